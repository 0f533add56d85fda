package kelvin.experiment.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.prompt.table.ExampleTable;
import kelvin.prompt.table.RowProblem;
import kelvin.prompt.task.Task;

/// Reads data sets from tables (CSV, TSV, JSONL) and from task files.
public final class DataReader {

  private DataReader() {}

  /// Reads a task file if the name ends in `.json`, else a table.
  ///
  /// @throws DataException with the reason when the file holds no labelled pairs
  /// @throws IOException when the file cannot be read
  public static DataSet read(Path file, DataColumns columns, Split split)
      throws IOException, DataException {
    return RawData.read(file).pairs(columns, split);
  }

  /// The pairs of a task: its examples are the train part, its test inputs the test part.
  ///
  /// @throws DataException when there are none, or the split needs a column
  public static DataSet of(String name, Task task, Split split) throws DataException {
    var examples = new ArrayList<Pair>();
    for (int i = 0; i < task.examples().size(); i++) {
      var example = task.examples().get(i);
      var place = "example " + (i + 1);
      examples.add(new Pair(place, example.input(), example.output(), example.used()));
    }
    var tests = new ArrayList<Pair>();
    var leftOut = new ArrayList<String>();
    for (int i = 0; i < task.tests().size(); i++) {
      var test = task.tests().get(i);
      var place = "test " + (i + 1);
      if (test.answer().isPresent()) {
        tests.add(new Pair(place, test.input(), test.answer().get(), true));
      } else {
        leftOut.add("Test input " + (i + 1) + " has no right answer; it was left out.");
      }
    }
    return switch (split) {
      case Split.Given _ -> checked(name, Optional.of(task), new Parts(examples, tests), leftOut);
      case Split.BySeed seed -> {
        var all = new ArrayList<Pair>();
        // In one pool no example is muted: each may be needed.
        examples.forEach(pair -> all.add(new Pair(pair.place(), pair.input(), pair.label(), true)));
        all.addAll(tests);
        yield checked(name, Optional.of(task), Parts.drawn(all, seed), leftOut);
      }
      case Split.ByColumn _ ->
          throw new DataException("A task has no columns: split it by a seed, or not at all.");
    };
  }

  /// The pairs of a table, one in each row.
  ///
  /// @throws DataException when there are none, or a column does not exist
  static DataSet of(String name, ExampleTable table, DataColumns columns, Split split)
      throws DataException {
    var found = table.examples(columns.inputOf(table), columns.labelOf(table));
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < found.examples().size(); i++) {
      var example = found.examples().get(i);
      var place = "line " + found.rows().get(i).line();
      pairs.add(new Pair(place, example.input(), example.output(), true));
    }
    var leftOut = new ArrayList<>(found.leftOut().stream().map(RowProblem::sentence).toList());
    var parts =
        switch (split) {
          case Split.Given _ -> new Parts(List.of(), pairs);
          case Split.BySeed seed -> Parts.drawn(pairs, seed);
          case Split.ByColumn by -> {
            int column = DataColumns.find(table, by.column());
            var cells = found.rows().stream().map(row -> row.cells().get(column)).toList();
            yield Parts.marked(pairs, cells, by, leftOut);
          }
        };
    return checked(name, Optional.empty(), parts, leftOut);
  }

  private static DataSet checked(
      String name, Optional<Task> task, Parts parts, List<String> leftOut) throws DataException {
    if (parts.test().isEmpty()) {
      throw new DataException(
          (parts.train().isEmpty()
                  ? "There is no pair of an input and its right label."
                  : "The test part has no pair. Correct the split: no row is marked as test, or the share"
                      + " of the test part is too small.")
              + (leftOut.isEmpty() ? "" : " " + leftOut.getFirst()));
    }
    return new DataSet(name, task, parts.train(), parts.test(), leftOut);
  }
}
