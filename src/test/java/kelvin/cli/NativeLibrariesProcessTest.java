package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a system does that cannot load the native code, such as one that is too old for it.
final class NativeLibrariesProcessTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void aTokenizerLibraryThatDoesNotLoadIsSaidToNeedANewerSystem() throws Exception {
    var natives = Files.createDirectory(folder.resolve("natives"));
    Files.writeString(natives.resolve(System.mapLibraryName("tokenizers")), "no library");

    var outcome =
        new KelvinProcess(folder, "-Dkelvin.natives=" + natives, "-Xlog:disable")
            .run("next", "--prompt", "Once");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertTrue(outcome.err().contains("glibc 2.34"), outcome.err());
  }
}
