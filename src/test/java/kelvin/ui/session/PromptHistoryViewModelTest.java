package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import kelvin.ui.fx.FakePacer;
import kelvin.workspace.prompts.PromptHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A user comes back to a prompt that they looked at, and is spared what they only typed on the
/// way.
class PromptHistoryViewModelTest {

  @TempDir private Path folder = Path.of("");

  private final FakePacer pacer = new FakePacer();
  private SessionBench bench;
  private PromptHistoryViewModel history;

  @BeforeEach
  void open() {
    bench = SessionBench.withModel(folder.resolve("autosave"));
    history = made();
  }

  private PromptHistoryViewModel made() {
    var disk = new SessionDisk(Runnable::run, Runnable::run);
    return new PromptHistoryViewModel(bench.playground, disk, pacer, () -> Instant.EPOCH);
  }

  @Test
  void aPromptCountsOnceItsAnswerHasStoodForAWhile() {
    bench.type("xyz");
    assertTrue(texts().isEmpty());

    pacer.pass();

    assertEquals(List.of("xyz"), texts());
  }

  @Test
  void aPromptCountsAtOnceWhenATokenIsDrawnAfterIt() {
    bench.type("xyz");
    bench.step();

    assertEquals(List.of("xyz"), texts());
  }

  @Test
  void aTokenThatIsBroughtBackIsNotDrawnAnew() {
    bench.type("xyz");
    bench.step();
    bench.step();
    bench.type("zzz");
    history.clear();

    bench.act(bench.session::undo);
    assertEquals(2, bench.tokens().size());
    assertTrue(texts().isEmpty());

    bench.act(bench.session::undo);
    bench.act(bench.session::redo);
    assertTrue(texts().isEmpty());

    bench.step();
    assertEquals(List.of("xyz"), texts());
  }

  @Test
  void whatIsTypedInBetweenDoesNotCount() {
    bench.type("x");
    bench.type("zy");
    pacer.pass();

    assertEquals(List.of("zy"), texts());
  }

  @Test
  void aPromptIsBroughtBackAndUndoTakesItBack() {
    bench.type("xyz");
    pacer.pass();
    bench.type("zzz");

    bench.act(() -> history.restore(history.historyProperty().get().entries().getFirst()));
    assertEquals("xyz", bench.text());
    assertEquals("prompt of the history", bench.session.undoNameProperty().get());

    bench.act(bench.session::undo);
    assertEquals("zzz", bench.text());
  }

  @Test
  void theFileOutlivesTheWindow() {
    var file = folder.resolve("prompts.json");
    history.keepIn(file);
    bench.type("xyz");
    pacer.pass();

    history = made();
    history.keepIn(file);
    assertEquals(List.of("xyz"), texts());

    history.clear();
    history = made();
    history.keepIn(file);
    assertTrue(texts().isEmpty());
    assertTrue(Files.exists(file));
  }

  @Test
  void switchedOffItAddsNothing() {
    history.switchTo(false);
    bench.type("xyz");
    pacer.pass();

    assertTrue(texts().isEmpty());
  }

  private List<String> texts() {
    return history.historyProperty().get().entries().stream()
        .map(PromptHistory.Entry::text)
        .toList();
  }
}
