package kelvin.prompt.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// Reads rows with a delimiter between the cells, quoted according to RFC 4180.
final class DelimitedRows {

  private static final Pattern LINE = Pattern.compile("line (\\d+)");

  private DelimitedRows() {}

  /// @throws TableException with the line when the quotes do not match
  /// @throws CancellationException as soon as nobody wants the rows
  static List<TableRow> read(String text, TableFormat format, BooleanSupplier isWanted)
      throws TableException {
    var rows = parse(text, format, isWanted);
    if (!rows.isEmpty()) {
      checkClosed(text, rows.getLast(), format);
    }
    return rows;
  }

  /// Reads a part of a table, whose last cell may be incomplete.
  static List<TableRow> parse(String text, TableFormat format) throws TableException {
    return parse(text, format, () -> true);
  }

  private static List<TableRow> parse(String text, TableFormat format, BooleanSupplier isWanted)
      throws TableException {
    var rows = new ArrayList<TableRow>();
    try (var reader =
        CsvReader.builder()
            .fieldSeparator(format.delimiter())
            // Rows of another width are reported by line; the reader would stop at the first.
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (var row : reader) {
        TableReader.checkWanted(isWanted);
        rows.add(new TableRow(row.getStartingLineNumber(), row.getFields()));
      }
    } catch (CsvParseException e) {
      var line = LINE.matcher(String.valueOf(e.getMessage()));
      throw new TableException(
          (line.find() ? "Line " + line.group(1) : "The table")
              + ": something follows the quotation mark that ends a cell. Double the quotation"
              + " marks inside of a cell.");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("a string can be read", e);
    }
    return rows;
  }

  /// Rejects an unclosed quotation mark. The reader takes the whole rest of the text as its cell.
  private static void checkClosed(String text, TableRow last, TableFormat format)
      throws TableException {
    var raw = text.substring(startOf(text, last.line()));
    boolean quoted = raw.startsWith("\"") || raw.contains(format.delimiter() + "\"");
    if (quoted && raw.chars().filter(c -> c == '"').count() % 2 != 0) {
      throw new TableException(
          "Line "
              + last.line()
              + ": the quotation mark that begins a cell is never closed. Close it or remove it.");
    }
  }

  private static int startOf(String text, long line) {
    int at = 0;
    for (long passed = 1; passed < line && at < text.length(); at++) {
      char c = text.charAt(at);
      boolean pair = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
      passed += c == '\n' || (c == '\r' && !pair) ? 1 : 0;
    }
    return at;
  }
}
