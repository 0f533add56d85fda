import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Copies and deletes whole trees of files.
final class Folders {

  private Folders() {}

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (var path : paths(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  static void copy(Path from, Path to) throws IOException {
    for (var path : paths(from)) {
      var copy = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(copy);
      } else {
        Files.copy(path, copy);
      }
    }
  }

  static List<Path> files(Path folder) throws IOException {
    return paths(folder).stream().filter(Files::isRegularFile).toList();
  }

  static long size(Path folder) throws IOException {
    long bytes = 0;
    for (var path : paths(folder)) {
      bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
    }
    return bytes;
  }

  /// Lists parents before their content.
  private static List<Path> paths(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      return paths.sorted().toList();
    }
  }
}
