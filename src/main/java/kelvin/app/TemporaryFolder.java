package kelvin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds a folder for temporary files: ONNX Runtime makes one at each start, and ends with a trace
/// where it cannot.
final class TemporaryFolder {

  private static final String PROPERTY = "java.io.tmpdir";

  private TemporaryFolder() {}

  /// Takes the user's choice, else the system's folder, the cache, or one in memory.
  ///
  /// @return why no file can be written anywhere, in a sentence for the user
  static Optional<String> choose() {
    var system = Path.of(System.getProperty(PROPERTY, "."));
    var wanted = Optional.ofNullable(System.getenv("TMPDIR")).filter(text -> !text.isEmpty());
    var chosen =
        Stream.concat(
                wanted.map(Path::of).stream(),
                Stream.of(system, AppFolders.cache(), Path.of("/dev/shm")))
            .filter(TemporaryFolder::takesFiles)
            .findFirst();
    chosen.ifPresent(folder -> System.setProperty(PROPERTY, folder.toString()));
    return chosen.isPresent()
        ? Optional.empty()
        : Optional.of(
            "Kelvin needs room for temporary files, and neither "
                + system
                + " nor "
                + AppFolders.cache()
                + " can be written to; set TMPDIR to a folder that can.");
  }

  /// Also asked of a folder that the system mounted read-only.
  private static boolean takesFiles(Path folder) {
    try {
      Files.createDirectories(folder);
      return Files.isWritable(folder);
    } catch (IOException _) {
      return false;
    }
  }
}
