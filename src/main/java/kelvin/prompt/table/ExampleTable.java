package kelvin.prompt.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kelvin.prompt.Example;

/// A table before its columns are chosen.
///
/// @param columns the columns' names, from the header, or `column 1` and so on
/// @param rows the rows, each with one cell per column
/// @param problems the rows that were left out, by line
public record ExampleTable(
    TableSource source, List<String> columns, List<TableRow> rows, List<RowProblem> problems) {

  private static final Set<String> INPUT_NAMES =
      Set.of(
          "x",
          "input",
          "text",
          "question",
          "prompt",
          "sentence",
          "source",
          "review",
          "premise",
          "article");

  private static final Set<String> OUTPUT_NAMES =
      Set.of(
          "y",
          "output",
          "label",
          "answer",
          "target",
          "completion",
          "class",
          "category",
          "sentiment",
          "topic");

  /// Names that columns often have, but that examples can be about too. They make a header only if
  /// all cells of the row are such names.
  private static final Set<String> USUAL_NAMES =
      Set.of(
          "color",
          "colour",
          "comment",
          "country",
          "date",
          "definition",
          "description",
          "document",
          "en",
          "english",
          "fr",
          "french",
          "german",
          "id",
          "item",
          "key",
          "language",
          "meaning",
          "name",
          "note",
          "notes",
          "number",
          "opposite",
          "rating",
          "response",
          "result",
          "score",
          "spanish",
          "stars",
          "title",
          "translation",
          "type",
          "value",
          "word");

  public ExampleTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    problems = problems.stream().sorted(Comparator.comparingLong(RowProblem::line)).toList();
  }

  /// The way in which the table was read.
  ///
  /// @param hasHeader whether the first row names the columns
  public record TableSource(TableFormat format, TableEncoding encoding, boolean hasHeader) {}

  static boolean isKnownName(String name) {
    var plain = name.strip().toLowerCase(Locale.ROOT);
    return INPUT_NAMES.contains(plain) || OUTPUT_NAMES.contains(plain);
  }

  /// Returns whether a column often has this name.
  static boolean isUsualName(String name) {
    return isKnownName(name) || USUAL_NAMES.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  /// The first rows, for a preview before the import.
  public List<TableRow> preview(int count) {
    return rows.subList(0, Math.min(count, rows.size()));
  }

  /// The column that probably holds the inputs, 0-based: by its name, otherwise the first.
  public int suggestedInput() {
    return Math.max(0, named(INPUT_NAMES));
  }

  /// The column that probably holds the answers, 0-based: by its name, otherwise the one after the
  /// inputs.
  public int suggestedOutput() {
    int byName = named(OUTPUT_NAMES);
    int behind = suggestedInput() + 1;
    return byName >= 0 ? byName : behind < columns.size() ? behind : 0;
  }

  private int named(Set<String> names) {
    for (int column = 0; column < columns.size(); column++) {
      if (names.contains(columns.get(column).strip().toLowerCase(Locale.ROOT))) {
        return column;
      }
    }
    return -1;
  }

  /// The examples from two columns. A row with an empty cell in them is left out and reported.
  ///
  /// @param input the column of the inputs, 0-based
  /// @param output the column of the answers, 0-based; may be the same
  public ImportedExamples examples(int input, int output) {
    var examples = new ArrayList<Example>();
    var used = new ArrayList<TableRow>();
    var leftOut = new ArrayList<>(problems);
    for (var row : rows) {
      var x = row.cells().get(input);
      var y = row.cells().get(output);
      if (x.isBlank() || y.isBlank()) {
        var column = columns.get(x.isBlank() ? input : output);
        leftOut.add(new RowProblem(row.line(), "the cell in '" + column + "' is empty"));
      } else {
        examples.add(new Example(x, y));
        used.add(row);
      }
    }
    leftOut.sort(Comparator.comparingLong(RowProblem::line));
    return new ImportedExamples(examples, leftOut, used);
  }
}
