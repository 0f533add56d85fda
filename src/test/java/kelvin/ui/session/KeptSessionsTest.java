package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import kelvin.KeptFiles;
import kelvin.workspace.Session;
import kelvin.workspace.SessionFile;
import kelvin.workspace.ViewSettings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Sessions of before open in the window, and it keeps all that is in them.
class KeptSessionsTest {

  @TempDir private Path folder = Path.of("");

  static Stream<Path> sessions() {
    return KeptFiles.all("session-").stream();
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void aWindowKeepsWhatItOpened(Path file) throws Exception {
    var before = SessionFile.read(file);

    var after = opened(before);

    assertEquals(before.work().prompt(), after.work().prompt());
    assertEquals(before.work().labels(), after.work().labels());
    assertEquals(before.work().sampling(), after.work().sampling());
    assertEquals(before.work().task(), after.work().task());
    assertEquals(before.results(), after.results());
    assertEquals(before.other(), after.other());
    assertEquals(withoutPosition(before.viewSettings()), withoutPosition(after.viewSettings()));
  }

  /// Without a model there is no token to look at.
  private static ViewSettings withoutPosition(ViewSettings viewSettings) {
    return new ViewSettings(
        java.util.OptionalInt.empty(),
        viewSettings.barScale(),
        viewSettings.shading(),
        viewSettings.probabilities(),
        viewSettings.watched());
  }

  private Session opened(Session session) {
    var state = new SessionState(new SessionBench(folder).playground);
    state.restore(session, false);
    return state.session();
  }

  @ParameterizedTest
  @CsvSource({
    "barScale, absolute",
    "barScale, largest",
    "barScale, logarithmic",
    "shading, surprisal",
    "shading, probability",
    "shading, rank",
    "shading, entropy",
    "shading, none",
    "normalization, none",
    "normalization, tokens",
    "normalization, characters",
    "normalization, bytes",
    "normalization, pmi",
    "normalization, contextual",
    "way, text",
    "way, zero-shot",
    "way, few-shot"
  })
  void theWindowKnowsEveryWord(String member, String word) throws Exception {
    var text = Files.readString(KeptFiles.file("session-2-text.kelvin"));
    var said = "\"" + member + "\": \"" + word + "\"";
    var file =
        Files.writeString(
            folder.resolve("session.kelvin"),
            text.replaceFirst("\"" + member + "\": \"[^\"]*\"", said));

    SessionFile.write(file, opened(SessionFile.read(file)));

    assertEquals(
        said,
        Files.readString(file)
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("\"" + member + "\""))
            .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
            .findFirst()
            .orElse(""));
  }
}
