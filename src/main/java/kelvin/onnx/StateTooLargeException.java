package kelvin.onnx;

import kelvin.inference.InferenceException;

/// Thrown when the keys and values of a context do not fit into memory.
final class StateTooLargeException extends InferenceException {

  private static final long serialVersionUID = 1;

  StateTooLargeException(int positions) {
    super(
        "The keys and values of "
            + positions
            + " tokens do not fit into memory at once. Shorten the prompt.");
  }
}
