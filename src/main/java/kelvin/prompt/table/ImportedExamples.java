package kelvin.prompt.table;

import java.util.List;
import kelvin.prompt.Example;

/// The examples that two columns of a table hold.
///
/// @param leftOut rows that are no example, those of the table itself included, by line
public record ImportedExamples(List<Example> examples, List<RowProblem> leftOut) {

  public ImportedExamples {
    examples = List.copyOf(examples);
    leftOut = List.copyOf(leftOut);
  }
}
