package kelvin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Files that were written before, and that later versions must open.
public final class KeptFiles {

  private KeptFiles() {}

  public static Path folder() {
    return Path.of(
        System.getProperty("kelvin.home", ""), "src", "test", "resources", "kelvin", "before");
  }

  public static Path file(String name) {
    return folder().resolve(name);
  }

  /// Those whose names begin so, in the order of their names.
  public static List<Path> all(String beginning) {
    try (var files = Files.list(folder())) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(beginning))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
