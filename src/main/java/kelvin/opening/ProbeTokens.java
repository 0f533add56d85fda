package kelvin.opening;

import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;
import kelvin.inference.Tokenizer;

/// Chooses the ids that the load probes feed to a graph: four, all different where that is
// possible.
final class ProbeTokens {

  private static final int COUNT = 4;

  /// The least that any vocabulary has, for folders that say nothing.
  private static final int LEAST_VOCABULARY = 16;

  private ProbeTokens() {}

  /// Tokens of ordinary text that the model has. A tokenizer of another model may know more.
  ///
  /// @param vocabularySize of the model, where its folder says it
  static int[] of(Tokenizer tokenizer, OptionalInt vocabularySize) {
    var vocabulary = tokenizer.vocabulary();
    int limit = Math.min(vocabulary.size(), vocabularySize.orElse(Integer.MAX_VALUE));
    var ids = new LinkedHashSet<Integer>();
    for (var token : tokenizer.encode("The cat sat on a mat, 1 2 3.")) {
      if (!vocabulary.isSpecial(token.id()) && token.id() < limit) {
        ids.add(token.id());
      }
    }
    return first(ids, limit);
  }

  /// Some ids of a model without a tokenizer; the lowest ones are often special.
  static int[] ofIds(OptionalInt vocabularySize) {
    int size = vocabularySize.orElse(LEAST_VOCABULARY);
    var ids = new LinkedHashSet<Integer>();
    for (int i = 1; i <= COUNT; i++) {
      ids.add((int) ((long) size * i / (COUNT + 1)));
    }
    return first(ids, size);
  }

  private static int[] first(Set<Integer> ids, int limit) {
    for (int id = 0; ids.size() < Math.min(COUNT, limit); id++) {
      ids.add(id);
    }
    var chosen = new int[COUNT];
    int at = 0;
    for (int i = 0; i < COUNT; i++) {
      chosen[i] = ids.stream().skip(at++ % ids.size()).findFirst().orElseThrow();
    }
    return chosen;
  }
}
