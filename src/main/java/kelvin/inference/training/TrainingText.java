package kelvin.inference.training;

/// A text whose end is to be learned.
///
/// @param ids its tokens, at least two
/// @param from the first token that is learned, at least 1: the model predicts it from those before
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TrainingText(int[] ids, int from) {

  public TrainingText {
    if (from < 1 || from >= ids.length) {
      throw new IllegalArgumentException("token " + from + " of " + ids.length);
    }
  }

  public int length() {
    return ids.length;
  }

  /// The number of tokens that are learned.
  public int learned() {
    return ids.length - from;
  }
}
