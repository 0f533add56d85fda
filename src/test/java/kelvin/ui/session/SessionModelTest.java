package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.engine.FakeLanguageModel;
import kelvin.ui.session.Questions.Unsaved;
import kelvin.workspace.SessionFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A session opens with its model, or says why not, and loses no tokens. Runs without the toolkit.
class SessionModelTest {

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");
  private SessionBench bench = new SessionBench(Path.of(""));

  @BeforeEach
  void openAWindow() {
    file = folder.resolve("work.kelvin");
    bench = SessionBench.withModel(folder.resolve("autosave"));
    bench.questions.choose(file);
  }

  @Test
  void aSessionOfAModelThatIsGoneKeepsItsTokensAsideAndSaysSo() throws Exception {
    bench.step();
    bench.step();
    bench.act(bench.session::save);
    var text = Files.readString(file).replace("sha256:", "sha256:0");
    Files.writeString(file, text.replace("\"bytes\": ", "\"bytes\": 1"));
    bench.type("Other work");
    bench.questions.answer(Unsaved.LET_GO);

    bench.act(bench.session::open);

    assertEquals("Once", bench.text());
    assertEquals(List.of(), bench.tokens());
    assertTrue(bench.notice().startsWith("This session was made with "), bench.notice());
    assertTrue(
        bench.notice().endsWith("set aside because they belong to another vocabulary."),
        bench.notice());
    assertEquals(2, bench.session.branches().getLast().continuation().tokens().size());

    bench.act(bench.session::save);
    assertEquals(2, SessionFile.read(file).setAside().getLast().continuation().tokens().size());
  }

  @Test
  void aSessionOfAnotherModelOpensThatModelAndThenItsTokens() throws Exception {
    bench.step();
    bench.step();
    var tokens = bench.tokens();
    bench.act(bench.session::save);
    Files.writeString(
        file,
        Files.readString(file)
            .replaceAll("\"folder\": \"[^\"]*\"", "\"folder\": \"" + folder + "\""));
    var opened = new ArrayList<Path>();
    var other = new SessionBench(folder.resolve("autosave"));
    other.playground.model().setOnOpen(opened::add);
    other.playground.model().recentFolders().add(folder);

    other.act(() -> other.session.openFile(file));
    assertEquals(List.of(folder), opened);
    assertEquals(List.of(), other.tokens());
    assertEquals(2, other.playground.work().continuation().tokens().size());

    other.openModel(new FakeLanguageModel());
    assertEquals(tokens, other.tokens());
    assertFalse(other.session.dirtyProperty().get());
  }

  @Test
  void aFolderThatWasNeverOpenedHereIsAskedAbout() throws Exception {
    bench.step();
    bench.step();
    var tokens = bench.tokens();
    bench.act(bench.session::save);
    nameAnotherModelIn(folder);
    var opened = new ArrayList<Path>();
    var other = SessionBench.withModel(folder.resolve("autosave"));
    other.playground.model().setOnOpen(opened::add);

    other.act(() -> other.session.openFile(file));

    assertEquals("Once", other.text());
    assertEquals(List.of(), opened);
    assertTrue(
        other.notice().contains(" in " + folder + ", where no model was opened before; it opens"),
        other.notice());

    other.acceptNotice();

    assertEquals(List.of(folder), opened);
    assertEquals("", other.notice());
    other.openModel(new FakeLanguageModel());
    assertEquals(tokens, other.tokens());
  }

  @Test
  void workDoneBeforeTheModelIsOpenedStays() throws Exception {
    bench.act(bench.session::save);
    nameAnotherModelIn(folder);
    var opened = new ArrayList<Path>();
    bench.playground.model().setOnOpen(opened::add);
    bench.act(() -> bench.session.openFile(file));
    bench.type("Once more");

    bench.acceptNotice();

    assertEquals(List.of(folder), opened);
    assertEquals("Once more", bench.text());
  }

  @Test
  void theBundledModelOpensWithoutAQuestion() throws Exception {
    bench.act(bench.session::save);
    nameAnotherModelIn(folder);
    var opened = new ArrayList<Path>();
    bench.playground.model().setOnOpen(opened::add);
    bench.playground.model().setBundled(folder);

    bench.act(() -> bench.session.openFile(file));

    assertEquals(List.of(folder), opened);
  }

  @Test
  void aSessionSaysThatTheFilesOfItsModelHaveChanged() throws Exception {
    bench.openModel(new FakeLanguageModel().in(folder));
    bench.step();
    bench.act(bench.session::save);
    bench.playground.model().setBundled(folder);
    bench.act(() -> bench.session.openFile(file));
    assertEquals("", bench.notice());
    Files.writeString(file, Files.readString(file).replace("\"bytes\": ", "\"bytes\": 1"));

    bench.act(() -> bench.session.openFile(file));
    bench.openModel(new FakeLanguageModel().in(folder));

    assertEquals(
        "The files of fake have changed since this session was made, so its numbers may differ.",
        bench.notice());
    assertEquals(1, bench.tokens().size());
  }

  @Test
  void aSessionSaysThatItOpensWithAnotherModelOfTheSameName() throws Exception {
    bench.act(bench.session::save);
    nameAnotherModelIn(folder.resolve("gone"));
    bench.playground.model().setBundled(folder.resolve("gone"));

    bench.act(() -> bench.session.openFile(file));

    assertEquals(
        "This session was made with fake, which is not in %s; it opens with another fake."
            .formatted(folder.resolve("gone")),
        bench.notice());
  }

  @Test
  void tokensThatWaitForTheirModelAreSavedWithTheRest() throws Exception {
    bench.step();
    bench.act(bench.session::save);
    var other = new SessionBench(folder.resolve("autosave"));
    other.act(() -> other.session.openFile(file));
    var copy = folder.resolve("copy.kelvin");
    other.questions.choose(copy);

    other.act(other.session::saveAs);

    assertEquals(
        SessionFile.read(file).work().continuation(), SessionFile.read(copy).work().continuation());
  }

  @Test
  void idsThatTheModelDoesNotHaveAreNeverAsked() throws Exception {
    bench.step();
    bench.act(bench.session::save);
    Files.writeString(
        file, Files.readString(file).replaceAll("\"id\": \\d+", "\"id\": 2000000000"));

    bench.act(bench.session::open);

    assertEquals(List.of(), bench.tokens());
    assertEquals(1, bench.session.branches().size());
    assertTrue(bench.notice().contains("1 generated token was set aside"), bench.notice());
  }

  private void nameAnotherModelIn(Path place) throws Exception {
    Files.writeString(
        file,
        Files.readString(file)
            .replaceAll("\"folder\": \"[^\"]*\"", "\"folder\": \"" + place + "\"")
            .replace("\"bytes\": ", "\"bytes\": 1"));
  }
}
