package kelvin.experiment.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import kelvin.prompt.table.ExampleTable;
import kelvin.prompt.table.TableException;
import kelvin.prompt.table.TableOptions;
import kelvin.prompt.table.TableReader;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TaskFile;
import kelvin.prompt.task.TaskFileException;

/// Data as it was read, before its columns and its parts are chosen.
public sealed interface RawData {

  /// The name for display.
  String name();

  /// The names of the columns; empty for a task.
  List<String> columns();

  /// The pairs in two parts.
  ///
  /// @param columns of a table; a task has none
  /// @throws DataException when there are none, or a column does not exist
  DataSet pairs(DataColumns columns, Split split) throws DataException;

  /// A task: its examples are the train part, its test inputs the test part.
  record OfTask(String name, Task task) implements RawData {

    @Override
    public List<String> columns() {
      return List.of();
    }

    @Override
    public DataSet pairs(DataColumns columns, Split split) throws DataException {
      return DataReader.of(name, task, split);
    }
  }

  /// A table with a pair in each row.
  record OfTable(String name, ExampleTable table) implements RawData {

    @Override
    public List<String> columns() {
      return table.columns();
    }

    @Override
    public DataSet pairs(DataColumns columns, Split split) throws DataException {
      return DataReader.of(name, table, columns, split);
    }
  }

  /// Reads a task file if the name ends in `.json`, else a table.
  ///
  /// @throws DataException with the reason when the file is neither
  /// @throws IOException when the file cannot be read
  static RawData read(Path file) throws IOException, DataException {
    var name = String.valueOf(file.getFileName());
    try {
      return name.toLowerCase(Locale.ROOT).endsWith(".json")
          ? new OfTask(name, TaskFile.read(file))
          : new OfTable(name, TableReader.read(file, TableOptions.AUTOMATIC));
    } catch (TaskFileException e) {
      throw new DataException(String.valueOf(e.getMessage()));
    } catch (TableException e) {
      throw new DataException(String.valueOf(e.getMessage()));
    }
  }
}
