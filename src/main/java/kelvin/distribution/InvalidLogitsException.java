package kelvin.distribution;

/// Thrown for numbers that have no softmax, such as NaN or +∞.
public final class InvalidLogitsException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean settings;

  InvalidLogitsException(String message) {
    this(message, false);
  }

  private InvalidLogitsException(String message, boolean settings) {
    super(message);
    this.settings = settings;
  }

  /// A fault of the sampling settings, not of the model.
  static InvalidLogitsException ofSettings(String message) {
    return new InvalidLogitsException(message, true);
  }

  /// Returns whether the settings are to blame, and not the model.
  public boolean isOfSettings() {
    return settings;
  }

  /// The problem for the user, with what to do about it.
  public String sentence() {
    return "These settings leave no distribution: "
        + getMessage()
        + ". Undo the last change, or reset the sampling.";
  }
}
