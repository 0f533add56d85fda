package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.workspace.Session;
import kelvin.workspace.Sessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every save has an outcome. Otherwise the window waits for it, and saves nothing from then on.
class SessionDiskTest {

  @TempDir private Path folder = Path.of("");
  private final SessionDisk disk = new SessionDisk(Runnable::run, Runnable::run);
  private final List<String> outcomes = new ArrayList<>();

  @Test
  void aDefectIsAProblemWithTheFile() {
    var file = folder.resolve("work.kelvin");

    write(file, Map.of("defect", new Object()));

    assertEquals(1, outcomes.size());
    assertTrue(outcomes.getFirst().startsWith("Not saved: " + file), outcomes.getFirst());
    assertTrue(outcomes.getFirst().contains("kelvin.log"), outcomes.getFirst());
    assertTrue(Files.notExists(file));
  }

  @Test
  void aSaveThatGoesWellIsNoProblem() {
    write(folder.resolve("work.kelvin"), Map.of());

    assertEquals(List.of("saved"), outcomes);
  }

  private void write(Path file, Map<String, Object> other) {
    var some = Sessions.some();
    var session =
        new Session(
            some.work(), some.setAside(), some.results(), some.viewSettings(), some.model(), other);
    disk.write(file, session, Optional.empty(), _ -> outcomes.add("saved"), outcomes::add);
  }
}
