package kelvin.ui.figure;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.text.SpreadsheetCell;

/// A table of unrounded numbers, with the names of the command line's JSON as headings.
///
/// @param columns the headings
/// @param rows makes the rows again each time, because there may be as many as tokens; a cell is a
///     number or a text
public record NumberTable(List<String> columns, Supplier<Stream<List<Object>>> rows) {

  /// The cell for a number that does not exist, such as the rank of the first token.
  public static final Object NONE = Optional.empty();

  public NumberTable {
    columns = List.copyOf(columns);
  }

  /// Writes comma-separated values (RFC 4180).
  public void writeCsv(Appendable out) throws IOException {
    write(out, ',', "\r\n");
  }

  /// Writes tab-separated values, the format that spreadsheets accept from the clipboard.
  public void writeTsv(Appendable out) throws IOException {
    write(out, '\t', "\n");
  }

  private void write(Appendable out, char separator, String end) throws IOException {
    var between = String.valueOf(separator);
    out.append(String.join(between, columns)).append(end);
    try (var all = rows.get()) {
      for (var row : (Iterable<List<Object>>) all::iterator) {
        var line = row.stream().map(NumberTable::cell).collect(Collectors.joining(between));
        out.append(line).append(end);
      }
    }
  }

  private static String cell(Object any) {
    // A list is ids, as `--prompt-ids` takes them.
    var value =
        any instanceof List<?> ids
            ? ids.stream().map(String::valueOf).collect(Collectors.joining(","))
            : any;
    var cell = SpreadsheetCell.of(value);
    // A token may be a comma, a quote or a line break.
    return SpreadsheetCell.isText(value) ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
