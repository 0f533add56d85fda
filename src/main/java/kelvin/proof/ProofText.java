package kelvin.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/// A long, varied context of ordinary tokens, the same for every proof.
///
/// The first half is random. The second half repeats short passages of it, because models attend
/// far back mostly where a text repeats itself.
@SuppressWarnings("ArrayRecordComponent") // a text is never compared
record ProofText(int[] ids, List<Integer> vocabulary) {

  private static final long SEED = 13;
  private static final int MAX_VOCABULARY = 4096;
  private static final int MAX_PASSAGE = 9;

  /// @param length the number of tokens
  /// @param vocabularySize the ids go from 0 to here, exclusive
  /// @param ordinary whether an id is that of an ordinary token
  static ProofText of(int length, int vocabularySize, IntPredicate ordinary) {
    var random = new SplittableRandom(SEED);
    var vocabulary = vocabulary(vocabularySize, ordinary);
    var ids = new int[length];
    int at = 0;
    while (at < length) {
      if (at < length / 2 || random.nextInt(3) == 0) {
        ids[at++] = any(vocabulary, random);
      } else {
        int from = random.nextInt(at);
        int count = Math.min(random.nextInt(2, MAX_PASSAGE), Math.min(at - from, length - at));
        System.arraycopy(ids, from, ids, at, count);
        at += count;
      }
    }
    return new ProofText(ids, vocabulary);
  }

  /// Ids all over the vocabulary; all ids if none is ordinary.
  private static List<Integer> vocabulary(int size, IntPredicate ordinary) {
    var found = new ArrayList<Integer>();
    int step = Math.max(1, size / MAX_VOCABULARY);
    for (int id = 0; id < size; id += step) {
      if (ordinary.test(id)) {
        found.add(id);
      }
    }
    return found.isEmpty() ? vocabulary(size, _ -> true) : found;
  }

  private static int any(List<Integer> vocabulary, SplittableRandom random) {
    return vocabulary.get(random.nextInt(vocabulary.size()));
  }

  int length() {
    return ids.length;
  }

  int[] range(int from, int to) {
    return Arrays.copyOfRange(ids, from, to);
  }

  /// A text as long as this one of other tokens.
  int[] other(int number) {
    var random = new SplittableRandom(~SEED - number);
    return Arrays.stream(ids).map(_ -> any(vocabulary, random)).toArray();
  }

  /// The same tokens before `cut`, and other tokens everywhere from `cut` on.
  int[] changedFrom(int cut) {
    var random = new SplittableRandom(SEED + cut);
    var changed = ids.clone();
    for (int i = cut; i < changed.length; i++) {
      for (int tries = 0; changed[i] == ids[i] && tries < 100; tries++) {
        changed[i] = any(vocabulary, random);
      }
    }
    return changed;
  }
}
