package kelvin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// If these fail, the window stutters while a model trains.
class LowPriorityTest {

  /// Of the fields behind the name in `/proc/thread-self/stat` (proc(5)), 0-based.
  private static final int NICE_FIELD = 16;

  private static final int LOWEST = 19;

  @Test
  @EnabledOnOs(OS.LINUX)
  void theTrainingAndTheThreadsThatItStartsGiveWayToAllOthers() throws Exception {
    var found = new ArrayList<Integer>();
    try (ExecutorService training = Backend.lowDaemon("training")) {
      Future<?> task =
          training.submit(
              () -> {
                found.add(nice());
                var started = new Thread(() -> found.add(nice()));
                started.start();
                started.join();
                return null;
              });
      task.get();
    }
    int low = Math.min(LOWEST, nice() + 10);
    assertThat(found).isEqualTo(List.of(low, low));
  }

  private static int nice() {
    try {
      var line = Files.readString(Path.of("/proc/thread-self/stat"));
      var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      return Integer.parseInt(fields[NICE_FIELD]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
