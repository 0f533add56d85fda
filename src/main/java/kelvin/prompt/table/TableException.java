package kelvin.prompt.table;

/// Signals a table that cannot be imported; the message says the place, the reason and the remedy.
public final class TableException extends Exception {

  private static final long serialVersionUID = 1;

  /// @param message sentences for the user
  public TableException(String message) {
    super(message);
  }
}
