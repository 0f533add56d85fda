package kelvin.engine.label;

import java.util.Arrays;

/// A prompt with a spelling of one of its labels, as tokens.
final class Passage {

  private final int[] ids;
  private final int from;
  private final int question;
  private final int label;

  /// @param ids the tokens; the array is not copied
  /// @param from the index of the first token to score
  /// @param question the index of the question
  /// @param label the place among all spellings of the question's labels
  Passage(int[] ids, int from, int question, int label) {
    this.ids = ids;
    this.from = from;
    this.question = question;
    this.label = label;
  }

  int[] ids() {
    return ids;
  }

  /// The tokens that the model runs: all but the last, whose row no score needs.
  int[] idsToRun() {
    return Arrays.copyOf(ids, ids.length - 1);
  }

  int from() {
    return from;
  }

  int question() {
    return question;
  }

  int label() {
    return label;
  }

  int length() {
    return ids.length;
  }

  /// Compares the ids lexicographically, so that neighbours share the longest prefixes.
  int compareIds(Passage other) {
    return Arrays.compare(ids, other.ids);
  }
}
