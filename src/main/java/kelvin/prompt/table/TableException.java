package kelvin.prompt.table;

/// A table that cannot be imported: the message says where, why and what to do.
public final class TableException extends Exception {

  private static final long serialVersionUID = 1;

  /// @param message sentences for the user
  public TableException(String message) {
    super(message);
  }
}
