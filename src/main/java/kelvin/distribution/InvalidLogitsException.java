package kelvin.distribution;

/// Thrown for numbers that have no softmax, such as NaN or +∞.
public final class InvalidLogitsException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidLogitsException(String message) {
    super(message);
  }
}
