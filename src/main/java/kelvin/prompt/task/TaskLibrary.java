package kelvin.prompt.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the tasks that come with Kelvin, and those in a user's folder.
public final class TaskLibrary {

  private static final String INDEX = "library/index.txt";
  private static final String SUFFIX = ".json";

  private TaskLibrary() {}

  /// The content of a folder.
  ///
  /// @param tasks the tasks by file name, without the ending
  /// @param problems a sentence for each file that is not a task
  public record Found(Map<String, Task> tasks, List<String> problems) {

    public Found {
      tasks = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
      problems = List.copyOf(problems);
    }
  }

  /// The names of the tasks that come with Kelvin, in the order of a menu.
  public static List<String> names() {
    return new String(resource(INDEX), StandardCharsets.UTF_8).lines().toList();
  }

  /// A task that comes with Kelvin.
  ///
  /// @param name one of `names`; any other gives an empty result
  public static Optional<Task> find(String name) {
    if (!names().contains(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(TaskFile.parse(resource("library/" + name + SUFFIX)));
    } catch (TaskFileException e) {
      throw new IllegalStateException("the task " + name + " that comes with Kelvin", e);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream stream = TaskLibrary.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads the tasks in a user's folder; a file that is not a task does not hide the others.
  ///
  /// @param folder the folder; it need not exist
  public static Found in(Path folder) throws IOException {
    var tasks = new LinkedHashMap<String, Task>();
    var problems = new ArrayList<String>();
    if (Files.isDirectory(folder)) {
      List<Path> files;
      try (var entries = Files.list(folder)) {
        files = entries.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
      }
      for (var file : files) {
        var name = String.valueOf(file.getFileName());
        try {
          tasks.put(name.substring(0, name.length() - SUFFIX.length()), TaskFile.read(file));
        } catch (TaskFileException e) {
          problems.add(name + ": " + e.getMessage());
        } catch (IOException _) {
          problems.add(name + ": this file cannot be read.");
        }
      }
    }
    return new Found(tasks, problems);
  }
}
