package kelvin.experiment.data;

/// Signals data that cannot be used; the message says the place, the reason and the remedy.
public final class DataException extends Exception {

  private static final long serialVersionUID = 1;

  /// @param message sentences for the user
  public DataException(String message) {
    super(message);
  }
}
