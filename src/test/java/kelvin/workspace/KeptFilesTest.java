package kelvin.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.KeptFiles;
import kelvin.inference.StartToken;
import kelvin.workspace.comparison.ComparedSide;
import kelvin.workspace.comparison.Comparison;
import kelvin.workspace.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Opens files of earlier versions and expects every word in them to be written again unchanged.
class KeptFilesTest {

  @TempDir private Path folder = Path.of("");

  static Stream<Path> sessionsOfThisVersion() {
    return KeptFiles.all("session-2-").stream();
  }

  @Test
  void everyWayHasASessionOfEachVersion() {
    assertEquals(3, KeptFiles.all("session-1-").size());
    assertEquals(3, KeptFiles.all("session-2-").size());
  }

  @ParameterizedTest
  @MethodSource("sessionsOfThisVersion")
  void aSessionOfThisVersionIsSavedToTheByteAsItWas(Path file) throws Exception {
    var copy = folder.resolve("copy.kelvin");

    SessionFile.write(copy, SessionFile.read(file));

    assertEquals(Files.readString(file), Files.readString(copy));
  }

  @Test
  void theComparedPromptOfAnEarlierVersionIsThatOfSideB() throws Exception {
    var session = SessionFile.read(KeptFiles.file("session-2-text.kelvin"));

    assertEquals(
        new Comparison(ComparedSide.FOLLOWING, ComparedSide.of("She saw a big")),
        session.work().comparison());
    assertFalse(session.other().containsKey("comparedPrompt"));
  }

  @ParameterizedTest
  @CsvSource({"text,text", "zero-shot,text", "few-shot,few-shot"})
  void aSessionOfVersionOneOpens(String before, String now) throws Exception {
    var session = SessionFile.read(KeptFiles.file("session-1-" + before + ".kelvin"));

    var work = session.work();
    assertEquals(now, work.prompt().way().label());
    assertEquals("Once upon a time", work.prompt().text());
    assertEquals(StartToken.ALWAYS, work.prompt().startToken());
    assertEquals(4, work.prompt().fewShot().examples().size());
    assertEquals(List.of("sad", "glad"), work.labels().labels());
    assertEquals(Optional.empty(), work.labels().answer());
    assertEquals("llama.cpp", work.sampling().preset().label());
    assertEquals("gumbel", work.sampling().mode().label());
    assertEquals(12, work.sampling().chain().entries().size());
    assertEquals(2, work.continuation().tokens().size());
    assertEquals(1, session.setAside().size());
    assertTrue(session.other().containsKey("x-notes"));
    assertSaidAgain(session, "\"normalization\": \"contextual\"");
    assertSaidAgain(session, "\"barScale\": \"largest\"");
    assertSaidAgain(session, "\"shading\": \"entropy\"");
  }

  private void assertSaidAgain(Session session, String member) throws Exception {
    var copy = folder.resolve("copy.kelvin");
    SessionFile.write(copy, session);
    var text = Files.readString(copy);
    assertTrue(text.contains(member), text);
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
    "way, few-shot",
    "startToken, auto",
    "startToken, always",
    "startToken, never",
    "draw, inverse-cdf",
    "draw, gumbel",
    "draw, greedy",
    "preset, hf",
    "preset, llama.cpp",
    "preset, vllm"
  })
  void everyWordOfASessionIsWrittenAsItWasRead(String member, String word) throws Exception {
    var text = Files.readString(KeptFiles.file("session-2-text.kelvin"));
    var changed =
        text.replaceFirst("\"" + member + "\": \"[^\"]*\"", "\"" + member + "\": \"" + word + "\"");
    var file = Files.writeString(folder.resolve("session.kelvin"), changed);

    SessionFile.write(file, SessionFile.read(file));

    assertEquals(changed, Files.readString(file));
  }

  @Test
  void aWordOfTheViewThatNobodyKnowsRefusesNothing() throws Exception {
    var text = Files.readString(KeptFiles.file("session-2-text.kelvin"));
    var changed =
        text.replace("\"barScale\": \"absolute\"", "\"barScale\": \"cubic\"")
            .replace("\"shading\": \"probability\"", "\"shading\": \"heat\"")
            .replace("\"normalization\": \"tokens\"", "\"normalization\": \"vowels\"");
    var file = Files.writeString(folder.resolve("session.kelvin"), changed);

    assertEquals("Once upon a time", SessionFile.read(file).work().prompt().text());
  }

  @Test
  void settingsAreSavedToTheByteAsTheyWere() throws Exception {
    var copy = folder.resolve("settings.json");
    Files.copy(KeptFiles.file("settings-1.json"), copy);
    var opened = SettingsFile.open(copy);

    opened.file().write(opened.settings());

    assertEquals(Optional.empty(), opened.problem());
    assertEquals(Files.readString(KeptFiles.file("settings-1.json")), Files.readString(copy));
  }

  @ParameterizedTest
  @CsvSource({
    "theme, light",
    "theme, dark",
    "theme, projector",
    "theme, ''",
    "barScale, absolute",
    "barScale, largest",
    "barScale, logarithmic",
    "shading, surprisal",
    "shading, probability",
    "shading, rank",
    "shading, entropy",
    "shading, none",
    "page, playground",
    "page, compare",
    "page, lab"
  })
  void everyWordOfTheSettingsIsWrittenAsItWasRead(String member, String word) throws Exception {
    var text = Files.readString(KeptFiles.file("settings-1.json"));
    var changed =
        text.replaceFirst("\"" + member + "\": \"[^\"]*\"", "\"" + member + "\": \"" + word + "\"");
    var file = Files.writeString(folder.resolve("settings.json"), changed);
    var opened = SettingsFile.open(file);

    opened.file().write(opened.settings());

    assertEquals(changed, Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shots", "order", "template", "leave-one-out"})
  void aSweepOfEachKindOpens(String kind) throws Exception {
    var sweep = SweepFile.read(KeptFiles.file("sweep-" + kind + ".json"));
    var copy = Files.writeString(folder.resolve("sweep.json"), SweepFile.text(sweep));

    assertEquals(kind, sweep.kind().label());
    assertEquals("Opposites", sweep.facts().task());
    assertEquals(sweep, SweepFile.read(copy));
    assertTrue(Files.readString(copy).contains("\"kind\":\"" + kind + "\""));
  }
}
