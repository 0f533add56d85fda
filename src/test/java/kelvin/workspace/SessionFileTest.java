package kelvin.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kelvin.distribution.DrawMode;
import kelvin.distribution.Temperature;
import kelvin.workspace.file.WorkspaceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFileTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void everyStateComesBackAsItWas() throws Exception {
    var random = new SplittableRandom(20261123);
    var file = folder.resolve("a.kelvin");
    for (int i = 0; i < 200; i++) {
      var session = Sessions.random(random);

      SessionFile.write(file, session);

      assertEquals(session, SessionFile.read(file));
    }
  }

  @Test
  void theSameSessionIsTheSameFile() throws Exception {
    var first = folder.resolve("1.kelvin");
    var second = folder.resolve("2.kelvin");

    SessionFile.write(first, Sessions.some());
    SessionFile.write(second, SessionFile.read(first));

    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void aChainWithoutStagesStaysEmpty() throws Exception {
    var file = folder.resolve("a.kelvin");
    Files.writeString(
        file, "{\"format\": \"kelvin-session\", \"version\": 2, \"sampling\": {\"stages\": []}}");

    assertEquals(List.of(), SessionFile.read(file).work().sampling().chain().entries());
  }

  @Test
  void whatIsNotThereHasItsDefault() throws Exception {
    var file = folder.resolve("a.kelvin");
    Files.writeString(file, "{\"format\": \"kelvin-session\", \"version\": 1}");

    var session = SessionFile.read(file);

    assertEquals("", session.work().prompt().text());
    assertEquals(42, session.work().sampling().seed());
    assertEquals(DrawMode.INVERSE_CDF, session.work().sampling().mode());
    assertEquals(
        List.of("temperature", "top-k", "top-p", "min-p"),
        session.work().sampling().chain().entries().stream()
            .map(entry -> entry.stage().name())
            .toList());
    assertEquals(List.of(new Temperature(1)), session.work().sampling().chain().active());
    assertTrue(session.model().isEmpty());
  }

  @Test
  void aMemberThatThisVersionDoesNotKnowIsKept() throws Exception {
    var file = folder.resolve("a.kelvin");
    Files.writeString(
        file,
        "{\"format\": \"kelvin-session\", \"version\": 1, \"lesson\": {\"name\": \"capitals\", \"n\": [1, 2.5]},"
            + " \"nothing\": null}");

    SessionFile.write(file, SessionFile.read(file));

    assertEquals(
        Map.of("lesson", Map.of("name", "capitals", "n", List.of(1L, 2.5))),
        SessionFile.read(file).other());
  }

  @Test
  void theExampleOfTheDocumentIsASession() throws Exception {
    var document =
        Files.readString(
            Path.of(System.getProperty("kelvin.home", "")).resolve("docs/session-format.md"));
    var file = folder.resolve("example.kelvin");
    int from = document.indexOf("```json") + "```json".length();
    Files.writeString(file, document.substring(from, document.indexOf("```", from)));

    var session = SessionFile.read(file);

    assertEquals(4, session.work().prompt().fewShot().examples().size());
    assertEquals(Map.of(), session.other());
    assertEquals(1, session.results().size());
    assertEquals(1, session.work().continuation().tokens().size());
  }

  @Test
  void aNewerVersionIsRefusedPlainly() throws Exception {
    var file = folder.resolve("a.kelvin");
    Files.writeString(file, "{\"format\": \"kelvin-session\", \"version\": 3, \"prompt\": 5}");

    var e = assertThrows(WorkspaceException.class, () -> SessionFile.read(file));

    assertTrue(e.reason().contains("saved by a newer Kelvin, as version 3"), e.reason());
    assertTrue(e.remedy().contains("Install the newer Kelvin"), e.remedy());
  }

  @Test
  void joinedLabelsAndLabelsOfBeforeComeBack() throws Exception {
    var file = folder.resolve("a.kelvin");
    Files.writeString(
        file,
        "{\"format\": \"kelvin-session\", \"version\": 2, \"labels\":"
            + " {\"labels\": [[\"Yes\", \"yes\"], \"a|b\"], \"answer\": \"yes\"}}");

    var session = SessionFile.read(file);
    SessionFile.write(file, session);

    assertEquals(List.of("Yes|yes", "a\\|b"), session.work().labels().labels());
    assertEquals("Yes|yes", session.work().labels().answer().orElseThrow());
    assertEquals(session, SessionFile.read(file));
    assertTrue(Files.readString(file).contains("a|b"), "written as before");
  }
}
