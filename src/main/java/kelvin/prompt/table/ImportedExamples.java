package kelvin.prompt.table;

import java.util.List;
import kelvin.prompt.Example;

/// The examples from two columns of a table.
///
/// @param leftOut the rows that gave no example, including those that the table left out, by line
public record ImportedExamples(List<Example> examples, List<RowProblem> leftOut) {

  public ImportedExamples {
    examples = List.copyOf(examples);
    leftOut = List.copyOf(leftOut);
  }
}
