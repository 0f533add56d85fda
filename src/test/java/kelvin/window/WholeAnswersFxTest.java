package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import kelvin.display.Theme;
import kelvin.prompt.task.TaskLibrary;
import kelvin.ui.answer.WholeAnswersViewModel;
import kelvin.ui.plot.bars.AnswerBar;
import kelvin.ui.plot.bars.AnswerBars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, a user does not see whole answers, or does not see them move with the examples.
class WholeAnswersFxTest {

  private static WholeAnswersViewModel answers(OpenWindow window) {
    return window.playground().distribution().answers();
  }

  private static void openTask(OpenWindow window, int shots) throws Exception {
    Fx.run(
        () -> {
          var prompt = window.playground().prompt();
          prompt.tasks().open(TaskLibrary.find("sums-with-a-tilde").orElseThrow());
          prompt.fewShot().shotsProperty().set(shots);
        });
    settle(window);
  }

  private static void settle(OpenWindow window) throws Exception {
    window.waitForAnswer();
    window.waitUntil(
        () -> {
          var shown = answers(window).onShowProperty().get();
          return !answers(window).shownProperty().get()
              || (shown != null
                  && !answers(window).staleProperty().get()
                  && shown.answers().end().isPresent());
        });
    Fx.settle();
  }

  private static double barOf(OpenWindow window, String text) {
    return Fx.get(
        () ->
            window.find("answer-bars", AnswerBars.class).barsProperty().get().stream()
                .filter(bar -> bar.text().equals(text))
                .mapToDouble(AnswerBar::probability)
                .sum());
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, 1280, 800",
    "DARK, 1280, 800",
    "PROJECTOR, 1280, 800",
    "LIGHT, 1024, 700",
  })
  void theAnswersMoveWithTheShots(Theme theme, int width, int height) throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", width, height)) {
      window.show(theme);
      openTask(window, 0);
      window.robot().clickOn("#show-answers");
      settle(window);
      double before = barOf(window, "␣17");
      PictureFile.save(window.picture(), "answers-0-%s-%dx%d".formatted(theme, width, height));
      Fx.run(
          () -> {
            window.playground().distribution().pin();
            window.playground().prompt().fewShot().shotsProperty().set(8);
          });
      settle(window);

      PictureFile.save(window.picture(), "answers-8-%s-%dx%d".formatted(theme, width, height));

      assertTrue(barOf(window, "␣17") > before + 0.1);
      assertTrue(window.text("answers-sentence").contains("not expanded"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, 1280, 800",
    "DARK, 1280, 800",
    "PROJECTOR, 1280, 800",
    "LIGHT, 1024, 700",
  })
  void aLectureHallSeesThem(Theme theme, int width, int height) throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", width, height)) {
      window.show(theme);
      openTask(window, 4);
      window.robot().push(KeyCode.F11).clickOn("#lecture-answers");
      window.waitUntil(() -> answers(window).current().isPresent());
      settle(window);

      PictureFile.save(
          window.picture(), "lecture-answers-%s-%dx%d".formatted(theme, width, height));

      var bars = window.find("large-answers", Node.class).lookup(".answer-bars");
      double row =
          Fx.get(
              () ->
                  bars.localToScene(0, ((AnswerBars) bars).rowCentre(1)).getY()
                      - bars.localToScene(0, ((AnswerBars) bars).rowCentre(0)).getY());
      assertTrue(row >= height / 24.0, row + " of " + height);
    }
  }

  @Test
  void theKeyboardSwitchesSelectsAndSetsTheStopText() throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", 1280, 800)) {
      openTask(window, 4);
      Fx.run(() -> window.find("show-next-token", Node.class).requestFocus());
      window.robot().push(KeyCode.RIGHT);
      window.robot().push(KeyCode.SPACE);
      settle(window);
      Fx.run(() -> window.find("answer-bars", AnswerBars.class).requestFocus());

      window.robot().push(KeyCode.DOWN);

      assertEquals(
          0, Fx.get(() -> window.find("answer-bars", AnswerBars.class).selectedProperty().get()));
      assertTrue(window.text("answer-detail").contains("nats"), window.text("answer-detail"));
      window.robot().clickOn("#answers-stop-text").push(KeyCode.SHORTCUT, KeyCode.A).write("7\n");
      settle(window);
      assertEquals("7", answers(window).stopTextProperty().get().text());
      assertTrue(barOf(window, "␣1") > 0.1);
    }
  }

  @Test
  void beginningsAreShownWhereNoAnswerEnds() throws Exception {
    try (var window = OpenWindow.onBundledModel("Once upon a time there was", 1280, 800)) {
      Fx.run(() -> answers(window).budgetProperty().set(40));
      window.robot().clickOn("#show-answers");
      settle(window);

      PictureFile.save(window.picture(), "answers-text");

      assertTrue(
          Fx.get(
              () ->
                  window.find("answer-bars", AnswerBars.class).barsProperty().get().stream()
                      .anyMatch(bar -> bar.kind() == AnswerBar.Kind.BEGINNING)));
    }
  }
}
