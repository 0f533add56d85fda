package kelvin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A task of single letters, short enough for the context of the fake model.
public final class LetterTask {

  static final String TEXT =
      """
      {"kelvin": "task", "version": 1, "name": "Letters",
       "layout": {"template": "{x}>{y}", "separator": "\\n"},
       "labels": ["b", "c"],
       "examples": [{"x": "1", "y": "b"}, {"x": "2", "y": "c"}, {"x": "3", "y": "b"}],
       "tests": [{"x": "a", "y": "b"}, {"x": "z", "y": "c"}]}
      """;

  private LetterTask() {}

  /// Writes the task into a folder.
  ///
  /// @return its file, as an argument
  public static String in(Path folder) throws IOException {
    return Files.writeString(folder.resolve("task.json"), TEXT).toString();
  }
}
