package kelvin.prompt.table;

import java.util.List;
import kelvin.prompt.Example;

/// The examples from two columns of a table.
///
/// @param leftOut the rows that gave no example, including those that the table left out, by line
/// @param rows the row of each example, where they are known; else empty
public record ImportedExamples(
    List<Example> examples, List<RowProblem> leftOut, List<TableRow> rows) {

  public ImportedExamples {
    examples = List.copyOf(examples);
    leftOut = List.copyOf(leftOut);
    rows = List.copyOf(rows);
  }

  /// Examples whose rows no longer matter.
  public ImportedExamples(List<Example> examples, List<RowProblem> leftOut) {
    this(examples, leftOut, List.of());
  }
}
