package kelvin.prompt.table;

import java.util.Optional;

/// The options that the user set for a table; the others are detected.
///
/// @param header whether the first row names the columns
public record TableOptions(Optional<TableFormat> format, Optional<Boolean> header) {

  /// Finds out everything.
  public static final TableOptions AUTOMATIC = new TableOptions(Optional.empty(), Optional.empty());
}
