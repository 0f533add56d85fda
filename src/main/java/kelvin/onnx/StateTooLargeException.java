package kelvin.onnx;

import kelvin.inference.InferenceException;

/// The context is too long for its keys and values to be kept.
final class StateTooLargeException extends InferenceException {

  private static final long serialVersionUID = 1;

  StateTooLargeException(int positions) {
    super(
        "The keys and values of "
            + positions
            + " tokens do not fit into memory at once. Shorten the prompt.");
  }
}
