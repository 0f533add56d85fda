package kelvin.prompt.table;

import java.util.Locale;

/// The reason why a row was left out.
///
/// @param line the line of the file where the row begins, 1-based
/// @param reason without a full stop
public record RowProblem(long line, String reason) {

  /// The problem as a sentence for the user.
  public String sentence() {
    return String.format(Locale.ROOT, "Line %d: %s; the row was left out.", line, reason);
  }
}
