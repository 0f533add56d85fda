package kelvin.app;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import kelvin.ui.playground.ShowInFolder;

/// Shows files in the file manager of the desktop.
final class FileManager {

  private static final Logger LOG = System.getLogger(FileManager.class.getName());

  private FileManager() {}

  /// The way to show a file in its folder; empty where the desktop has no program for it.
  static Optional<ShowInFolder> find() {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return command(system, Optional.ofNullable(System.getenv("PATH")).orElse(""))
        .map(command -> (file, onProblem) -> start(command.apply(file), onProblem));
  }

  /// The command line that shows a file.
  ///
  /// @param system the name of the operating system in lower case
  /// @param path the folders of programs, as in the variable of that name
  static Optional<Function<Path, List<String>>> command(String system, String path) {
    if (system.startsWith("windows")) {
      return Optional.of(file -> List.of("explorer.exe", "/select,", file.toString()));
    }
    if (system.startsWith("mac")) {
      return Optional.of(file -> List.of("open", "-R", file.toString()));
    }
    return isThere("xdg-open", path)
        ? Optional.of(file -> List.of("xdg-open", String.valueOf(file.getParent())))
        : Optional.empty();
  }

  private static boolean isThere(String program, String path) {
    return List.of(path.split(File.pathSeparator, -1)).stream()
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// Starts a file manager. The one of Windows ends with 1 after a success, too.
  static void start(List<String> command, Consumer<String> onProblem) {
    var program = command.getFirst();
    try {
      var process =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      var _ =
          process
              .onExit()
              .thenAccept(
                  ended -> {
                    if (ended.exitValue() > 1) {
                      onProblem.accept(program + " failed with exit status " + ended.exitValue());
                    }
                  });
    } catch (IOException e) {
      LOG.log(Level.WARNING, "file manager", e);
      onProblem.accept("the program " + program + " cannot be started");
    }
  }
}
