package kelvin.text;

/// Makes a text safe for a cell of a spreadsheet.
///
/// Spreadsheets run a text as a formula if it begins with one of a few characters, also when it
/// comes from a file. An apostrophe before it keeps it a text (OWASP, "CSV Injection").
public final class SpreadsheetText {

  private static final String FIRST_OF_FORMULAS = "=+-@\t\r";
  private static final char VISIBLE_NUL = '␀';

  private SpreadsheetText() {}

  /// The text as it stands in a cell. It holds no NUL, where many programs stop reading.
  public static String of(String text) {
    var cell = text.replace('\0', VISIBLE_NUL);
    boolean isFormula = !cell.isEmpty() && FIRST_OF_FORMULAS.indexOf(cell.charAt(0)) >= 0;
    return isFormula ? "'" + cell : cell;
  }
}
