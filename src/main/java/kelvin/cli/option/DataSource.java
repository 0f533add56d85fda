package kelvin.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import kelvin.cli.environment.FileProblem;
import kelvin.experiment.data.DataColumns;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.DataLibrary;
import kelvin.experiment.data.DataReader;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.data.Split;
import kelvin.prompt.task.Task;

/// A data set by the path of its file, or by the name of a data set or task that comes with Kelvin.
final class DataSource {

  private DataSource() {}

  static DataSet read(String name, DataColumns columns, Split split) {
    try {
      var file = Path.of(name);
      var bundled = Files.exists(file) ? Optional.<Task>empty() : DataLibrary.findAny(name);
      return bundled.isPresent()
          ? DataReader.of(name, bundled.get(), split)
          : DataReader.read(file, columns, split);
    } catch (DataException e) {
      throw problem(name, e);
    } catch (NoSuchFileException _) {
      throw new FileProblem(
          name,
          "there is no such file, and no data set or task of this name comes with Kelvin; the data"
              + " sets are "
              + String.join(", ", DataLibrary.names()));
    } catch (IOException e) {
      throw new FileProblem(name, e);
    } catch (InvalidPathException _) {
      throw new FileProblem(name, "this is no name of a file");
    }
  }

  /// A problem puts its own full stop.
  static FileProblem problem(String name, DataException e) {
    var sentences = String.valueOf(e.getMessage());
    return new FileProblem(
        name, sentences.endsWith(".") ? sentences.substring(0, sentences.length() - 1) : sentences);
  }
}
