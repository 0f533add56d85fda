package kelvin.inference;

/// Receives the logits of one position after the other.
@FunctionalInterface
public interface LogitsRowSink {

  /// @param position 0-based; the row is about the token at `position + 1`
  /// @param logits by token id, shape `(logitCount)`; reused for the next row, so copy what stays
  void accept(int position, float[] logits);
}
