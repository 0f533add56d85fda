package kelvin.inference.training;

import java.util.Arrays;

/// A text whose end is to be learned: its last tokens, or the label that a head gives it.
///
/// @param ids its tokens
/// @param first the first position that predicts something, 0-based
/// @param targets the token or the label that is right after this position and each later one
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TrainingText(int[] ids, int first, int[] targets) {

  public TrainingText {
    if (first < 0 || targets.length < 1 || first + targets.length > ids.length) {
      throw new IllegalArgumentException(
          targets.length + " targets from " + first + " on of " + ids.length + " tokens");
    }
  }

  /// A text whose last tokens are learned.
  ///
  /// @param ids at least two
  /// @param from the first token that is learned, at least 1: the model predicts it from those
  ///     before
  public TrainingText(int[] ids, int from) {
    this(ids, from - 1, Arrays.copyOfRange(ids, Math.min(from, ids.length), ids.length));
  }

  /// A text that has a label.
  ///
  /// @param ids at least one
  /// @param label its index, 0-based
  public static TrainingText labelled(int[] ids, int label) {
    return new TrainingText(ids, ids.length - 1, new int[] {label});
  }

  public int length() {
    return ids.length;
  }

  /// The number of tokens that are learned, or one for a label.
  public int learned() {
    return targets.length;
  }
}
