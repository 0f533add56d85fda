package kelvin.engine.label;

import java.util.Arrays;

/// A prompt with one of its labels, as tokens.
final class Passage {

  private final int[] ids;
  private final int from;
  private final int question;
  private final int label;

  /// @param ids owned
  /// @param from the first token that is scored
  /// @param question whose label this is
  Passage(int[] ids, int from, int question, int label) {
    this.ids = ids;
    this.from = from;
    this.question = question;
    this.label = label;
  }

  int[] ids() {
    return ids;
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

  /// Lexicographic by ids: neighbours share the most.
  int compareIds(Passage other) {
    return Arrays.compare(ids, other.ids);
  }
}
