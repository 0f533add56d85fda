package kelvin.prompt.table;

import java.util.Locale;

/// A row that was left out.
///
/// @param line of the file where it begins, 1-based
/// @param reason without a full stop
public record RowProblem(long line, String reason) {

  /// One sentence for the user.
  public String sentence() {
    return String.format(Locale.ROOT, "Line %d: %s; the row was left out.", line, reason);
  }
}
