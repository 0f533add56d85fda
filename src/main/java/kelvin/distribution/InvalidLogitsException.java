package kelvin.distribution;

/// Thrown for numbers that have no softmax, such as NaN or +∞.
public final class InvalidLogitsException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidLogitsException(String message) {
    super(message);
  }

  /// The problem for the user, with what to do about it.
  public String sentence() {
    return "These settings leave no distribution: "
        + getMessage()
        + ". Undo the last change, or reset the sampling.";
  }
}
