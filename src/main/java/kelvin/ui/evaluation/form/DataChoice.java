package kelvin.ui.evaluation.form;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.DataLibrary;
import kelvin.experiment.data.RawData;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TaskLibrary;
import kelvin.prompt.task.TestInput;

/// Data that can be evaluated: a set or a task that comes with Kelvin, or a file.
public sealed interface DataChoice {

  /// The name for display.
  String title();

  /// Reads the data. Not on the FX thread.
  ///
  /// @throws DataException with the reason when it cannot be used
  /// @throws IOException when the file cannot be read
  RawData read() throws IOException, DataException;

  /// A data set or a task that comes with Kelvin.
  ///
  /// @param name of its file
  record Bundled(String name, Task task) implements DataChoice {

    @Override
    public String title() {
      return task.notes().name();
    }

    @Override
    public RawData read() {
      return new RawData.OfTask(name, task);
    }
  }

  /// A table or a task file.
  record OfFile(Path file) implements DataChoice {

    @Override
    public String title() {
      return String.valueOf(file.getFileName());
    }

    @Override
    public RawData read() throws IOException, DataException {
      try {
        return RawData.read(file);
      } catch (NoSuchFileException _) {
        throw new DataException("There is no such file any more.");
      }
    }
  }

  /// All that comes with Kelvin, the data sets first. A task without a right answer is none.
  static List<DataChoice> bundled() {
    var all = new ArrayList<DataChoice>();
    var names = new ArrayList<>(DataLibrary.names());
    names.addAll(TaskLibrary.names());
    for (var name : names) {
      DataLibrary.findAny(name)
          .filter(task -> task.tests().stream().map(TestInput::answer).anyMatch(a -> a.isPresent()))
          .ifPresent(task -> all.add(new Bundled(name, task)));
    }
    return List.copyOf(all);
  }
}
