package kelvin.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The program at a terminal, which `script` of util-linux makes.
///
/// Only Linux is sure to have `script`, and a Linux without it fails these tests.
///
/// If these tests fail, the program takes a terminal for a file and lets names command it, or a
/// file for a terminal and does not write what it was asked for.
final class TerminalProcessTest {

  private static final Path SCRIPT = Path.of("/usr/bin/script");

  /// A command about a missing file.
  private static final List<String> MISSING = List.of("next", "--prompt-file", "no\u001b[1m");

  @TempDir private Path folder = Path.of("");

  @Test
  @EnabledOnOs(OS.LINUX)
  void standardOutputAndStandardErrorAreKnownEachByItself() throws Exception {

    assertTrue(onTerminal(MISSING, "").contains("no␛[1m: there is no such"));
    assertEquals("", onTerminal(MISSING, " 2> " + folder.resolve("err")));
    assertTrue(Files.readString(folder.resolve("err")).contains("no\u001b[1m: there is no such"));
    assertTrue(onTerminal(MISSING, " > /dev/null").contains("no␛[1m: there is no such"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theTestOfANewModelIsExplainedOnceAndOnlyOnATerminal() throws Exception {
    var toy = ToyFolder.write(folder.resolve("toy"), ToyModel.small(3)).toString();
    var other = ToyFolder.write(folder.resolve("other"), ToyModel.small(4)).toString();

    var command = List.of("next", "--model", toy, "--prompt", "Once");
    assertTrue(onTerminal(command, "").contains("this model is new"));
    assertFalse(onTerminal(command, "").contains("this model is new"));
    var inPipe = new KelvinProcess(folder).run("next", "--model", other, "--prompt", "Once");
    assertEquals("", inPipe.err());
  }

  /// The output of a command on a terminal.
  private String onTerminal(List<String> arguments, String redirection) throws Exception {
    var command =
        new KelvinProcess(folder)
            .command(arguments.toArray(String[]::new)).stream()
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
