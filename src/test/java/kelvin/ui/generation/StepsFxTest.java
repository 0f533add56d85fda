package kelvin.ui.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;
import kelvin.display.InformationUnit;
import kelvin.ui.plot.bars.TokenBars;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Generating token by token, by mouse and by keyboard.
class StepsFxTest {

  private static final String PROMPT = "Once upon a time there was a little";

  @RegisterExtension private static final WindowExtension WINDOW = WindowExtension.showing(PROMPT);

  private final OpenWindow window;

  StepsFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void aStepTakesTheTokenThatTheNeedlePointsAt() throws Exception {
    int rank = window.shown().mark().rank().orElseThrow();
    int expected = window.shown().logits().tokenAtRank(rank);

    window.robot().clickOn("#step");
    window.waitUntil(() -> window.tokenCount() == 10);

    assertEquals(expected, window.steps().getFirst().tokenId());
  }

  @Test
  void backTakesTheStepBackAndTheSameStepComesAgain() throws Exception {
    window.robot().clickOn("#step");
    window.waitUntil(() -> window.tokenCount() == 10);
    var first = window.steps().getFirst();

    window.robot().clickOn("#back");
    window.waitUntil(() -> window.tokenCount() == 9);
    assertTrue(window.steps().isEmpty());

    window.robot().clickOn("#step");
    window.waitUntil(() -> window.tokenCount() == 10);
    assertEquals(first, window.steps().getFirst());
  }

  @Test
  void aClickOnABarForcesItsToken() throws Exception {
    int expected = window.shown().logits().tokenAtRank(3);

    window.clickOnRank(3);
    window.waitUntil(() -> window.tokenCount() == 10);

    assertEquals(expected, window.steps().getFirst().tokenId());
    assertTrue(window.steps().getFirst().description(InformationUnit.BITS).contains("forced"));
  }

  @Test
  void barsWorkByKeyboard() throws Exception {
    int expected = window.shown().logits().tokenAtRank(2);
    Fx.run(
        () -> {
          window.find("bars", TokenBars.class).requestFocus();
        });

    window.robot().push(KeyCode.DOWN).push(KeyCode.ENTER);
    window.waitUntil(() -> window.tokenCount() == 10);

    assertEquals(expected, window.steps().getFirst().tokenId());
  }

  @Test
  void aTokenForcedEarlierPutsTheRestAsideAndBringsItBack() throws Exception {
    for (int count = 10; count <= 12; count++) {
      int expected = count;
      window.robot().clickOn("#step");
      window.waitUntil(() -> window.tokenCount() == expected);
    }
    var before = java.util.List.copyOf(window.steps());
    Fx.run(
        () -> {
          window.playground().generation().selectedProperty().set(1);
        });
    window.waitForAnswer();

    window.clickOnRank(2);
    window.waitUntil(() -> window.tokenCount() == 11);
    assertEquals(2, window.steps().size());

    Fx.run(
        () -> {
          window
              .playground()
              .notices()
              .noticeProperty()
              .get()
              .orElseThrow()
              .action()
              .orElseThrow()
              .run()
              .run();
        });
    window.waitUntil(() -> window.tokenCount() == 12);
    assertEquals(before, window.steps());
  }

  @Test
  void playGoesOnUntilStopped() throws Exception {
    window.robot().clickOn("#play");
    window.waitUntil(() -> window.steps().size() >= 3);

    window.robot().clickOn("#stop");
    window.waitForAnswer();

    assertFalse(window.playground().generation().playingProperty().get());
    int stopped = window.steps().size();
    assertEquals(9 + stopped, window.tokenCount());
  }

  @Test
  void shortcutsWorkWhileTyping() throws Exception {
    window.robot().clickOn("#prompt").push(KeyCode.CONTROL, KeyCode.END);

    window.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitUntil(() -> window.tokenCount() == 10);
    window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.BACK_SPACE);
    window.waitUntil(() -> window.tokenCount() == 9);

    assertTrue(window.steps().isEmpty());
    assertEquals(PROMPT, window.playground().prompt().textProperty().get());
  }
}
