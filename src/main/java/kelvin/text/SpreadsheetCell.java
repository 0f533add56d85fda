package kelvin.text;

import java.util.Optional;

/// Writes a value as the cell of a table that spreadsheets and other programs read.
///
/// A number is unrounded, an infinite one is `inf` or `-inf`. A number that is undefined or does
/// not exist is an empty cell. Any other value is a text that no spreadsheet runs as a formula.
public final class SpreadsheetCell {

  private SpreadsheetCell() {}

  /// The cell without the quotes that a file may need around it.
  ///
  /// @param value a number, a text, or an `Optional` for what does not exist
  public static String of(Object value) {
    return switch (value) {
      case Number number when Double.isNaN(number.doubleValue()) -> "";
      case Number number when Double.isInfinite(number.doubleValue()) ->
          number.doubleValue() > 0 ? "inf" : "-inf";
      case Number number -> number.toString();
      case Optional<?> _ -> "";
      default -> SpreadsheetText.of(value.toString());
    };
  }

  /// Returns whether the cell of this value is a text, which may have separators and quotes.
  public static boolean isText(Object value) {
    return !(value instanceof Number || value instanceof Optional<?>);
  }
}
