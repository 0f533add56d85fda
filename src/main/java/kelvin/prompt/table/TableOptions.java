package kelvin.prompt.table;

import java.util.Optional;

/// The user's choices about a table; each empty one is detected.
///
/// @param header whether the first row names the columns
public record TableOptions(Optional<TableFormat> format, Optional<Boolean> header) {

  /// Detects all options.
  public static final TableOptions AUTOMATIC = new TableOptions(Optional.empty(), Optional.empty());
}
