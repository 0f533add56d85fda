package kelvin.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import kelvin.cli.environment.FileProblem;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TaskFile;
import kelvin.prompt.task.TaskFileException;
import kelvin.prompt.task.TaskLibrary;

/// A task by the path of its file, or by the name of one that comes with Kelvin.
public final class TaskSource {

  private TaskSource() {}

  public static Task read(String name) {
    try {
      var file = Path.of(name);
      var bundled = Files.exists(file) ? java.util.Optional.<Task>empty() : TaskLibrary.find(name);
      return bundled.isPresent() ? bundled.get() : TaskFile.read(file);
    } catch (TaskFileException e) {
      throw FileProblem.explained(name, String.valueOf(e.getMessage()));
    } catch (java.nio.file.NoSuchFileException _) {
      throw new FileProblem(
          name,
          "there is no such file, and no task of this name comes with Kelvin; those that do are "
              + String.join(", ", TaskLibrary.names()));
    } catch (IOException e) {
      throw new FileProblem(name, e);
    } catch (InvalidPathException _) {
      throw new FileProblem(name, "this is no name of a file");
    }
  }
}
