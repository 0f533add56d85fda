package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A button that opens nothing is worse than none.
class FileManagerTest {

  private static final Path FILE = Path.of("folder", "a b.png");

  @TempDir private Path programs = Path.of("");

  private static List<String> command(String system, String path) {
    return FileManager.command(system, path).orElseThrow().apply(FILE);
  }

  @Test
  void eachSystemHasItsProgram() throws Exception {
    var program = Files.createFile(programs.resolve("xdg-open"));
    assertTrue(program.toFile().setExecutable(true));

    assertEquals(List.of("xdg-open", "folder"), command("linux", "/nowhere:" + programs));
    assertEquals(List.of("open", "-R", FILE.toString()), command("mac os x", ""));
    assertEquals(List.of("explorer.exe", "/select,", FILE.toString()), command("windows 11", ""));
  }

  @Test
  void aProgramThatCannotBeStartedIsSaid() {
    var problems = new ArrayList<String>();
    var missing = programs.resolve("missing").toString();

    FileManager.start(List.of(missing), problems::add);

    assertEquals(List.of("the program " + missing + " cannot be started"), problems);
  }

  @Test
  void aDesktopWithoutOneOffersNone() {
    assertTrue(FileManager.command("linux", programs + "::").isEmpty());
    assertTrue(FileManager.command("linux", "").isEmpty());
  }
}
