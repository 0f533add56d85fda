package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import kelvin.prompt.Composition;
import kelvin.text.Span;
import kelvin.ui.session.Questions.Unsaved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// If these fail, the window says something that was true before and is no longer.
class StaleWordsTest {

  @TempDir private Path folder = Path.of("");
  private SessionBench bench = new SessionBench(folder);

  @BeforeEach
  void openAWindow() {
    bench = SessionBench.withModel(folder.resolve("autosave"));
  }

  @Test
  void addedExamplesAreNotMentionedOnceTheyAreUndone() {
    var prompt = bench.playground.prompt();
    bench.act(() -> prompt.compositionProperty().set(Composition.FEW_SHOT));
    bench.act(() -> prompt.tables().paste("a\tb\nc\td\n"));
    assertEquals("2 examples added.", prompt.tables().messageProperty().get());

    bench.act(bench.session::undo);

    assertEquals("", prompt.tables().messageProperty().get());
  }

  @Test
  void theNumbersOfASelectionGoWithTheText() {
    var prompt = bench.playground.prompt();
    bench.type("One more text");
    bench.act(() -> prompt.select(new Span(0, 5)));
    assertTrue(scope().startsWith("selection"), scope());

    bench.questions.answer(Unsaved.LET_GO);
    bench.act(bench.session::begin);

    assertFalse(scope().startsWith("selection"), scope());
  }

  @Test
  void theNumbersOfSelectedStepsGoWithTheSteps() {
    bench.step();
    bench.step();
    bench.step();
    var prompt = bench.playground.prompt();
    int end = prompt.textProperty().get().length();
    bench.act(() -> prompt.select(new Span(end, end + 2)));
    assertTrue(scope().startsWith("selection"), scope());

    bench.questions.answer(Unsaved.LET_GO);
    bench.act(bench.session::begin);

    assertFalse(scope().startsWith("selection"), scope());
  }

  private String scope() {
    return bench.playground.prompt().numbers().scopeProperty().get();
  }
}
