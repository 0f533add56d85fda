package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.display.BarScale;
import kelvin.prompt.Composition;
import kelvin.prompt.Layout;
import kelvin.ui.session.Questions.Unsaved;
import kelvin.workspace.SessionFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// New, open and save lose no work. Runs without the toolkit.
class SessionViewModelTest {

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
  void theTitleTellsTheNameAndWhetherItIsSaved() {
    assertEquals("Kelvin", bench.title());

    bench.type("Once upon");
    assertEquals("• Untitled – Kelvin", bench.title());

    bench.act(bench.session::save);
    assertEquals("work – Kelvin", bench.title());

    bench.act(() -> bench.playground.sampling().temperatureProperty().set(0.5));
    assertEquals("• work – Kelvin", bench.title());

    bench.act(bench.session::undo);
    assertEquals("work – Kelvin", bench.title());
  }

  @Test
  void whatIsSavedComesBackInAnotherWindow() throws Exception {
    var prompt = bench.playground.prompt();
    bench.act(() -> prompt.compositionProperty().set(Composition.FEW_SHOT));
    bench.act(() -> prompt.fewShot().move(prompt.fewShot().rows().getFirst(), 1));
    bench.act(() -> prompt.fewShot().rows().getLast().usedProperty().set(false));
    bench.act(() -> prompt.fewShot().layoutProperty().set(Layout.ALL.getLast()));
    bench.act(() -> prompt.fewShot().instructionProperty().set("Opposites."));
    bench.act(() -> bench.playground.sampling().topPProperty().set(0.9));
    bench.act(() -> bench.playground.sampling().seedProperty().set(-7L));
    bench.act(() -> bench.playground.distribution().scaleProperty().set(BarScale.LARGEST));
    bench.act(() -> bench.playground.watch().watch("a"));
    bench.step();
    bench.step();
    bench.act(bench.session::save);
    var other = SessionBench.withModel(folder.resolve("autosave"));

    other.act(() -> other.session.openFile(file));

    assertEquals(bench.text(), other.text());
    assertTrue(other.text().startsWith("Opposites.\nbig: small\nhot: cold\n"), other.text());
    assertEquals(bench.tokens(), other.tokens());
    assertEquals(
        List.copyOf(bench.playground.generation().steps()),
        List.copyOf(other.playground.generation().steps()));
    assertEquals(
        bench.playground.sampling().chainProperty().get(),
        other.playground.sampling().chainProperty().get());
    assertEquals(-7, other.playground.sampling().seedProperty().get());
    assertEquals(BarScale.LARGEST, other.playground.distribution().scaleProperty().get());
    assertEquals(List.of(List.of("a"), List.of(" a")), other.playground.watch().texts());
    assertFalse(other.session.dirtyProperty().get());
    assertEquals("", other.session.undoNameProperty().get());
    assertEquals("", other.notice());

    other.act(() -> other.playground.prompt().compositionProperty().set(Composition.TEXT));
    assertEquals("Once", other.text());
    assertEquals(List.of(file), other.session.recentFiles());
  }

  @Test
  void aTokenThatWasLookedAtIsLookedAtAgain() {
    bench.step();
    bench.step();
    bench.act(() -> bench.playground.generation().selectedProperty().set(0));
    bench.act(bench.session::save);
    var other = SessionBench.withModel(folder.resolve("autosave"));

    other.act(() -> other.session.openFile(file));

    assertEquals(0, other.playground.generation().selectedProperty().get());
    assertEquals(bench.playground.position(), other.playground.position());
  }

  @Test
  void aDamagedFileChangesNothing() throws Exception {
    bench.type("Once upon");
    bench.step();
    var tokens = bench.tokens();
    Files.writeString(file, "{\"format\": \"kelvin-session\", \"version\": 1, \"prompt\": {");

    bench.act(bench.session::open);

    assertEquals("Once upon", bench.text());
    assertEquals(tokens, bench.tokens());
    assertEquals("• Untitled – Kelvin", bench.title());
    assertTrue(bench.notice().startsWith("Not opened: " + file + ": it ends"), bench.notice());
    assertEquals(List.of(), bench.questions.asked());
  }

  @Test
  void whatCannotBeWrittenIsSaidAndStaysUnsaved() {
    bench.questions.choose(folder.resolve("none").resolve("work.kelvin"));
    bench.type("Once upon");

    bench.act(bench.session::save);

    assertTrue(bench.notice().contains("its folder does not exist."), bench.notice());
    assertTrue(bench.session.dirtyProperty().get());
  }

  @Test
  void unsavedWorkIsAskedAboutAndCanBeKept() throws Exception {
    bench.type("Once upon");

    bench.questions.answer(Unsaved.CANCEL);
    bench.act(bench.session::begin);
    assertEquals("Once upon", bench.text());

    bench.questions.answer(Unsaved.SAVE);
    bench.act(bench.session::begin);
    assertEquals("Once", bench.text());
    assertEquals("Once upon", SessionFile.read(file).work().prompt().text());

    bench.type("Twice");
    bench.questions.answer(Unsaved.LET_GO);
    bench.act(bench.session::begin);
    assertEquals("Once", bench.text());
    assertEquals(List.of("Untitled", "Untitled", "Untitled"), bench.questions.asked());
    assertEquals("Kelvin", bench.title());
  }

  @Test
  void nothingIsLetGoWhenSavingFails() {
    bench.type("Once upon");
    bench.questions.choose(folder.resolve("none").resolve("work.kelvin"));
    bench.questions.answer(Unsaved.SAVE);

    bench.act(bench.session::begin);

    assertEquals("Once upon", bench.text());
    assertTrue(bench.session.dirtyProperty().get());
  }

  @Test
  void whatWasPutAsideIsBroughtBackFromTheMenu() {
    bench.step();
    bench.step();
    var tokens = bench.tokens();
    bench.type("Twice");
    bench.type("Thrice");

    bench.act(() -> bench.session.bringBack(bench.session.branches().getFirst()));

    assertEquals("Once", bench.text());
    assertEquals(tokens, bench.tokens());
  }
}
