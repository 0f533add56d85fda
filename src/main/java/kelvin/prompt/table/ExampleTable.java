package kelvin.prompt.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kelvin.prompt.Example;

/// A table that was read, before anybody chose its columns.
///
/// @param columns their names: of the header, or `column 1` and so on
/// @param rows all with as many cells as there are columns
/// @param problems rows that were left out, by line
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

  public ExampleTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    problems = problems.stream().sorted(Comparator.comparingLong(RowProblem::line)).toList();
  }

  /// How the table was taken.
  ///
  /// @param hasHeader whether the first row gave the names of the columns
  public record TableSource(TableFormat format, TableEncoding encoding, boolean hasHeader) {}

  static boolean isKnownName(String name) {
    var plain = name.strip().toLowerCase(Locale.ROOT);
    return INPUT_NAMES.contains(plain) || OUTPUT_NAMES.contains(plain);
  }

  /// The first rows, to look at before importing.
  public List<TableRow> preview(int count) {
    return rows.subList(0, Math.min(count, rows.size()));
  }

  /// The column that looks like the inputs: by its name, else the first. 0-based.
  public int suggestedInput() {
    return Math.max(0, named(INPUT_NAMES));
  }

  /// The column that looks like the answers: by its name, else the one behind the inputs.
  /// 0-based.
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

  /// The examples in two columns; a row with an empty cell there is left out and told of.
  ///
  /// @param input column, 0-based
  /// @param output column, 0-based; may be the same
  public ImportedExamples examples(int input, int output) {
    var examples = new ArrayList<Example>();
    var leftOut = new ArrayList<>(problems);
    for (var row : rows) {
      var x = row.cells().get(input);
      var y = row.cells().get(output);
      if (x.isBlank() || y.isBlank()) {
        var column = columns.get(x.isBlank() ? input : output);
        leftOut.add(new RowProblem(row.line(), "the cell in '" + column + "' is empty"));
      } else {
        examples.add(new Example(x, y));
      }
    }
    leftOut.sort(Comparator.comparingLong(RowProblem::line));
    return new ImportedExamples(examples, leftOut);
  }
}
