package kelvin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A newcomer finds the place for a change: no folder is too full, and each says what it holds.
class FoldersTest {

  private static final int MAX_FILES = 30;

  /// Every cut of these two was tried, and each made circles or public what should be hidden.
  private static final Set<String> KEPT_WHOLE = Set.of("kelvin/onnx", "kelvin/distribution");

  private static final Path MAIN = sources("main");
  private static final Path TEST = sources("test");

  @Test
  void noFolderIsTooFull() throws IOException {
    assertEquals(List.of(), folders(MAIN).filter(folder -> isTooFull(MAIN, folder)).toList());
    assertEquals(List.of(), folders(TEST).filter(folder -> isTooFull(TEST, folder)).toList());
  }

  @Test
  void everyPackageSaysWhatItHolds() throws IOException {
    assertEquals(
        List.of(),
        folders(MAIN)
            .filter(folder -> !folder.equals(MAIN) && count(folder) > 0)
            .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
            .toList());
  }

  private static boolean isTooFull(Path root, Path folder) {
    var name = root.relativize(folder).toString().replace('\\', '/');
    return !KEPT_WHOLE.contains(name) && count(folder) > MAX_FILES;
  }

  private static Path sources(String kind) {
    return Path.of(System.getProperty("kelvin.home", ""), "src", kind, "java");
  }

  private static Stream<Path> folders(Path root) throws IOException {
    try (var all = Files.walk(root)) {
      return all.filter(Files::isDirectory).toList().stream();
    }
  }

  private static long count(Path folder) {
    try (var files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
