package kelvin.onnx;

/// A graph that Kelvin does not know how to feed; the message is a sentence.
final class UnsupportedGraphException extends Exception {

  private static final long serialVersionUID = 1;

  UnsupportedGraphException(String message) {
    super(message);
  }
}
