package kelvin.distribution;

/// The numbers are no logits: softmax of a NaN or of +∞ would be an invention.
public final class InvalidLogitsException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidLogitsException(String message) {
    super(message);
  }
}
