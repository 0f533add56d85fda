package kelvin.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import kelvin.workspace.trace.TraceFile;
import kelvin.workspace.trace.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process at random moments while it saves; the file must always hold a complete session
/// or trace.
class KilledSaveTest {

  private static final int KILLS = 100;
  private static final int TRACE_KILLS = 30;

  @TempDir private Path folder = Path.of("");
  @TempDir private Path jars = Path.of("");

  @Test
  void aWholeSessionIsThereWheneverTheProcessIsKilled() throws Exception {
    var file = folder.resolve("work.kelvin");
    var before = SessionFile.write(file, Sessions.some());
    var random = new SplittableRandom(100);
    int interrupted = 0;
    try (var processes = new SavingProcesses(file, jars)) {
      for (int kill = 0; kill < KILLS; kill++) {
        saveUntilKilled(processes.next(), random.nextInt(1, 60));

        var text = SessionFile.read(file).work().prompt().text();

        assertTrue(text.length() % 5 == 0 && text.endsWith("save "), "of length " + text.length());
        interrupted += leftovers() > 0 ? 1 : 0;
        assertTrue(leftovers() <= 1, "leftovers pile up");
      }
    }
    assertTrue(interrupted > 5, "only " + interrupted + " kills came in the middle of a save");

    assertInstanceOf(
        SaveOutcome.Changed.class,
        SessionFile.save(file, Sessions.some(), before),
        "a window that knew the file before overwrites what another program saved");
    SessionFile.write(file, Sessions.some());

    assertEquals(0, leftovers());
  }

  @Test
  void aWholeTraceIsThereWheneverTheProcessIsKilled() throws Exception {
    var file = folder.resolve("lecture" + TraceFile.ENDING);
    var random = new SplittableRandom(101);
    try (var processes = new SavingProcesses(file, jars)) {
      for (int kill = 0; kill < TRACE_KILLS; kill++) {
        saveUntilKilled(processes.next(), random.nextInt(1, 60));

        assertTrue(Traces.isWhole(file));
        assertTrue(leftovers() <= 1, "leftovers pile up");
      }
    }
  }

  private static void saveUntilKilled(Process process, int milliseconds)
      throws IOException, InterruptedException {
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertEquals("saving", out.readLine());
      assertTrue(!process.waitFor(milliseconds, TimeUnit.MILLISECONDS), "it ended by itself");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private long leftovers() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(".part")).count();
    }
  }
}
