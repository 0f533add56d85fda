package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program at a terminal, which `script` of util-linux makes.
///
/// If these tests fail, the program takes a terminal for a file and lets names command it, or a
/// file for a terminal and does not write what it was asked for.
final class TerminalProcessTest {

  private static final Path SCRIPT = Path.of("/usr/bin/script");

  @TempDir private Path folder = Path.of("");

  @Test
  void standardOutputAndStandardErrorAreKnownEachByItself() throws Exception {
    assumeTrue(System.getProperty("os.name", "").equals("Linux") && Files.isExecutable(SCRIPT));

    assertTrue(onTerminal("").contains("no␛[1m: there is no such"));
    assertEquals("", onTerminal(" 2> " + folder.resolve("err")));
    assertTrue(Files.readString(folder.resolve("err")).contains("no\u001b[1m: there is no such"));
    assertTrue(onTerminal(" > /dev/null").contains("no␛[1m: there is no such"));
  }

  /// What the terminal gets of a command about a missing file.
  private String onTerminal(String redirection) throws Exception {
    var command =
        new KelvinProcess(folder)
            .command("next", "--prompt-file", "no\u001b[1m").stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
    var seen = folder.resolve("seen");
    var process =
        new ProcessBuilder(List.of(SCRIPT.toString(), "-qec", command + redirection, "/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(seen.toFile())
            .start();
    process.getOutputStream().close();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(seen);
  }
}
