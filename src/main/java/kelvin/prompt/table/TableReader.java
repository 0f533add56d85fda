package kelvin.prompt.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import kelvin.prompt.table.ExampleTable.TableSource;
import kelvin.prompt.table.TableEncoding.Decoded;

/// Reads tables of examples: CSV with any common delimiter, JSONL, or text pasted from a
/// spreadsheet.
public final class TableReader {

  private static final long MAX_BYTES = 128L << 20;

  /// The length of the sample that suffices to detect the format, in characters.
  private static final int SAMPLE = 1 << 16;

  private TableReader() {}

  /// @throws TableException with the reason when the file holds no table
  /// @throws IOException when the file cannot be read
  public static ExampleTable read(Path file, TableOptions options)
      throws IOException, TableException {
    return read(bytes(file), options);
  }

  /// Reads a file, and gives up as soon as nobody waits for it. The largest tables take seconds.
  ///
  /// @param isWanted asked before each row
  /// @return empty if it was given up
  /// @throws TableException with the reason when the file holds no table
  /// @throws IOException when the file cannot be read
  public static Optional<ExampleTable> whileWanted(
      Path file, TableOptions options, BooleanSupplier isWanted)
      throws IOException, TableException {
    return whileWanted(TableEncoding.decode(bytes(file)), options, isWanted);
  }

  /// Reads pasted text, and gives up as soon as nobody waits for it.
  ///
  /// @param isWanted asked before each row
  /// @return empty if it was given up
  /// @throws TableException as for a file
  public static Optional<ExampleTable> whileWanted(
      String text, TableOptions options, BooleanSupplier isWanted) throws TableException {
    return whileWanted(new Decoded(text, TableEncoding.TEXT), options, isWanted);
  }

  private static Optional<ExampleTable> whileWanted(
      Decoded decoded, TableOptions options, BooleanSupplier isWanted) throws TableException {
    try {
      return Optional.of(read(decoded, options, isWanted));
    } catch (CancellationException _) {
      return Optional.empty();
    }
  }

  /// @throws CancellationException if nobody wants the table any more
  static void checkWanted(BooleanSupplier isWanted) {
    if (!isWanted.getAsBoolean()) {
      throw new CancellationException();
    }
  }

  private static byte[] bytes(Path file) throws IOException, TableException {
    long size = Files.size(file);
    if (size > MAX_BYTES) {
      throw new TableException(
          String.format(
              Locale.ROOT,
              "This file has %,d MB, and at most %d can be imported. Import a part of it.",
              size >> 20,
              MAX_BYTES >> 20));
    }
    return Files.readAllBytes(file);
  }

  /// @throws TableException as for a file
  public static ExampleTable read(byte[] bytes, TableOptions options) throws TableException {
    return read(TableEncoding.decode(bytes), options, () -> true);
  }

  /// Reads pasted text.
  ///
  /// @throws TableException as for a file
  public static ExampleTable read(String text, TableOptions options) throws TableException {
    return read(new Decoded(text, TableEncoding.TEXT), options, () -> true);
  }

  private static ExampleTable read(Decoded decoded, TableOptions options, BooleanSupplier isWanted)
      throws TableException {
    var text = decoded.text();
    var encoding = decoded.encoding();
    if (text.isBlank()) {
      throw new TableException("There is nothing in this table. Choose another file.");
    }
    var format = options.format().orElseGet(() -> detect(text));
    var table =
        format == TableFormat.JSON_LINES
            ? ofJsonLines(new JsonLineRows(text, isWanted), encoding)
            : ofRows(
                DelimitedRows.read(text, format, isWanted), new Taken(format, encoding, options));
    if (table.columns().size() < 2) {
      throw new TableException(
          "Only one column was found. Examples need two, the inputs and the answers:"
              + " choose what stands between them.");
    }
    return table;
  }

  private record Taken(TableFormat format, TableEncoding encoding, TableOptions options) {}

  private static ExampleTable ofJsonLines(JsonLineRows lines, TableEncoding encoding)
      throws TableException {
    if (lines.rows().isEmpty()) {
      var first = lines.problems().getFirst();
      throw new TableException(
          "No line is a JSON object with all columns. Line "
              + first.line()
              + ": "
              + first.reason()
              + ". JSONL has one object a line, such as {\"x\": \"2 ~ 3\", \"y\": \"5\"}.");
    }
    return new ExampleTable(
        new TableSource(TableFormat.JSON_LINES, encoding, true),
        lines.columns(),
        lines.rows(),
        lines.problems());
  }

  private static ExampleTable ofRows(List<TableRow> rows, Taken taken) {
    int width = commonWidth(rows);
    var whole = new ArrayList<TableRow>();
    var problems = new ArrayList<RowProblem>();
    for (var row : rows) {
      int cells = row.cells().size();
      if (cells == width) {
        whole.add(row);
      } else {
        problems.add(
            new RowProblem(
                row.line(),
                "it has "
                    + cells
                    + (cells == 1 ? " cell" : " cells")
                    + ", and most have "
                    + width));
      }
    }
    boolean header = taken.options().header().orElseGet(() -> hasHeader(whole));
    var columns =
        header && !whole.isEmpty()
            ? whole.getFirst().cells()
            : IntStream.rangeClosed(1, width).mapToObj(c -> "column " + c).toList();
    return new ExampleTable(
        new TableSource(taken.format(), taken.encoding(), header),
        columns,
        header && !whole.isEmpty() ? whole.subList(1, whole.size()) : whole,
        problems);
  }

  /// The width that most rows have; the greater one if two are equally common.
  private static int commonWidth(List<TableRow> rows) {
    return widths(rows).entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private static Map<Integer, Integer> widths(List<TableRow> rows) {
    var counts = new HashMap<Integer, Integer>();
    rows.forEach(row -> counts.merge(row.cells().size(), 1, Integer::sum));
    return counts;
  }

  private static boolean hasHeader(List<TableRow> rows) {
    if (rows.isEmpty()) {
      return false;
    }
    var first = rows.getFirst().cells();
    return first.stream().anyMatch(ExampleTable::isKnownName)
        || first.stream().allMatch(ExampleTable::isUsualName)
        || (first.stream().allMatch(TableReader::isWord)
            && IntStream.range(0, first.size()).anyMatch(column -> isSentences(rows, column)))
        || IntStream.range(0, first.size()).anyMatch(column -> isNumbersUnderText(rows, column));
  }

  private static boolean isNumbersUnderText(List<TableRow> rows, int column) {
    return rows.size() > 2
        && !isNumber(rows.getFirst().cells().get(column))
        && rows.stream().skip(1).allMatch(row -> isNumber(row.cells().get(column)));
  }

  /// Returns whether all cells below the first row have several words.
  private static boolean isSentences(List<TableRow> rows, int column) {
    return rows.size() > 2
        && rows.stream().skip(1).allMatch(row -> row.cells().get(column).strip().contains(" "));
  }

  private static boolean isWord(String cell) {
    return cell.matches("[\\p{L}_][\\p{L}\\p{N}_-]*");
  }

  private static boolean isNumber(String cell) {
    return cell.matches("[+-]?\\d+([.,]\\d+)?");
  }

  private static TableFormat detect(String text) {
    if (text.stripLeading().startsWith("{")) {
      return TableFormat.JSON_LINES;
    }
    int end = text.length() <= SAMPLE ? text.length() : text.lastIndexOf('\n', SAMPLE);
    var sample = text.substring(0, end < 0 ? SAMPLE : end);
    var best = TableFormat.COMMA;
    double bestShare = 0;
    for (var format : TableFormat.DELIMITED) {
      double share = regularity(sample, format);
      if (share > bestShare) {
        best = format;
        bestShare = share;
      }
    }
    return best;
  }

  /// The share of rows with the most common width, if that is at least two; otherwise 0.
  private static double regularity(String sample, TableFormat format) {
    try {
      var rows = DelimitedRows.parse(sample, format);
      int width = commonWidth(rows);
      return width < 2 ? 0 : (double) widths(rows).getOrDefault(width, 0) / rows.size();
    } catch (TableException _) {
      return 0;
    }
  }
}
