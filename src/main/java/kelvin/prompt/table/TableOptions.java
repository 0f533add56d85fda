package kelvin.prompt.table;

import java.util.Optional;

/// What the user said about a table; what is left open is found out.
///
/// @param header whether the first row names the columns
public record TableOptions(Optional<TableFormat> format, Optional<Boolean> header) {

  /// Finds out everything.
  public static final TableOptions AUTOMATIC = new TableOptions(Optional.empty(), Optional.empty());
}
