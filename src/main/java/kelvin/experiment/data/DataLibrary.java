package kelvin.experiment.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TaskFile;
import kelvin.prompt.task.TaskFileException;
import kelvin.prompt.task.TaskLibrary;

/// The data sets that come with Kelvin. Each is a task file: its examples are the train part, all
/// but a few of them muted, and its test inputs the test part.
public final class DataLibrary {

  private static final List<String> NAMES = List.of("reviews", "question-kinds");

  private DataLibrary() {}

  /// The names in the order of a menu.
  public static List<String> names() {
    return NAMES;
  }

  /// A data set or a task that comes with Kelvin. Any task can be evaluated.
  ///
  /// @param name one of `names` or of the tasks; any other gives an empty result
  public static Optional<Task> findAny(String name) {
    return find(name).or(() -> TaskLibrary.find(name));
  }

  /// A data set that comes with Kelvin, as a task.
  ///
  /// @param name one of `names`; any other gives an empty result
  public static Optional<Task> find(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    var resource = "library/" + name + ".json";
    try (InputStream stream = DataLibrary.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return Optional.of(TaskFile.parse(stream.readAllBytes()));
    } catch (TaskFileException e) {
      throw new IllegalStateException("the data set " + name + " that comes with Kelvin", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
