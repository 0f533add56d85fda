package kelvin.inference;

/// Receives the logits of one position after another.
@FunctionalInterface
public interface LogitsRowSink {

  /// @param position 0-based; the row predicts the token at `position + 1`
  /// @param logits by token id, shape `(logitCount)`; the array is reused for the next row, so
  ///     copy it to keep it
  void accept(int position, float[] logits);
}
