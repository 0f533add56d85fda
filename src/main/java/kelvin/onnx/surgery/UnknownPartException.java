package kelvin.onnx.surgery;

/// A part of a graph that the rules do not know. The message is a sentence for the user that names
/// the part.
public final class UnknownPartException extends Exception {

  private static final long serialVersionUID = 1;

  public UnknownPartException(String sentence) {
    super(sentence);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
