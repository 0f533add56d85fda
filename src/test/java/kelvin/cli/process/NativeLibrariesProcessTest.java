package kelvin.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A system that cannot load the native code is told why, such as one that is too old for it.
final class NativeLibrariesProcessTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void aTokenizerLibraryThatDoesNotLoadIsSaidToNeedANewerSystem() throws Exception {
    var natives = Files.createDirectory(folder.resolve("natives"));
    Files.writeString(natives.resolve(System.mapLibraryName("tokenizers")), "no library");

    var outcome =
        new KelvinProcess(folder, "-Dkelvin.natives=" + natives).run("next", "--prompt", "Once");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    // The JVM has two lines of its own to say about a library that is none.
    var lines = outcome.err().lines().toList();
    assertTrue(lines.getLast().startsWith("kelvin: "), outcome.err());
    assertTrue(lines.getLast().contains("glibc 2.34"), outcome.err());
    assertFalse(outcome.err().contains("\tat "), outcome.err());
  }
}
