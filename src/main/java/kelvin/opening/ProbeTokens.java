package kelvin.opening;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import kelvin.inference.EncodedToken;
import kelvin.inference.InferenceException;
import kelvin.inference.Tokenizer;

/// Chooses the ids that the load probes feed to a graph: four, all different if possible.
final class ProbeTokens {

  private static final int COUNT = 4;

  /// A vocabulary size that every model reaches, for folders that do not state one.
  private static final int MIN_VOCABULARY = 16;

  private ProbeTokens() {}

  /// Tokens of ordinary text that the model knows. The tokenizer may belong to another model and
  /// know more.
  ///
  /// @param vocabularySize of the model, where its folder states it
  static int[] of(Tokenizer tokenizer, OptionalInt vocabularySize) {
    var vocabulary = tokenizer.vocabulary();
    int limit = Math.min(vocabulary.size(), vocabularySize.orElse(Integer.MAX_VALUE));
    var ids = new LinkedHashSet<Integer>();
    for (var token : ordinaryText(tokenizer)) {
      if (!vocabulary.isSpecial(token.id()) && token.id() < limit) {
        ids.add(token.id());
      }
    }
    return first(ids, limit);
  }

  /// Empty if the tokenizer has no tokens for some of its characters.
  private static List<EncodedToken> ordinaryText(Tokenizer tokenizer) {
    try {
      return tokenizer.encode("The cat sat on a mat, 1 2 3.");
    } catch (InferenceException _) {
      return List.of();
    }
  }

  /// Some ids for a model without a tokenizer; the lowest ids are often special.
  static int[] ofIds(OptionalInt vocabularySize) {
    int size = vocabularySize.orElse(MIN_VOCABULARY);
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
