package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.SamplingParameters;
import kelvin.distribution.TruncatedDistribution;
import kelvin.inference.StartToken;
import kelvin.ui.control.CumulativeCurve;
import kelvin.ui.control.DistributionPicture;
import kelvin.ui.control.TemperatureFilm;
import kelvin.ui.control.TokenBars;
import kelvin.ui.generation.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A student's first minutes with the real window and the bundled model.
class PlaygroundFxTest {

  private static final String PROMPT = "Once upon a time there was a little";

  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    window = OpenWindow.onBundledModel(PROMPT, 1280, 800);
    window.waitForAnswer();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void typingAPromptShowsItsDistributionAndItsTokens() throws Exception {
    var before = picture();

    window.robot().clickOn("#prompt").push(KeyCode.CONTROL, KeyCode.END).write(" girl named");
    window.waitUntil(() -> tokenCount() == 11);

    assertEquals(PROMPT + " girl named", window.playground().prompt().textProperty().get());
    assertNotEquals(before.own().logits(), picture().own().logits());
    assertEquals(10, window.playground().prompt().tokensProperty().get().size());
    assertEquals("11 / 512 tokens", window.text("status-context"));
  }

  @Test
  void theTemperatureMovesTheBarsWithoutRunningTheModel() throws Exception {
    int runs = window.modelRuns();
    double before = picture().distribution().scaled().probability(1);

    window.robot().clickOn("#temperature-field").write("0.5").push(KeyCode.ENTER);

    assertEquals(0.5, picture().distribution().scaled().temperature());
    assertTrue(picture().distribution().scaled().probability(1) > before);
    assertEquals(before, picture().own().probability(1));
    assertEquals(runs, window.modelRuns());
  }

  @Test
  void theTemperatureSliderWorksByKeyboard() throws Exception {
    int runs = window.modelRuns();
    OpenWindow.onFx(
        () -> {
          window.find("temperature-slider", javafx.scene.control.Slider.class).requestFocus();
          return true;
        });

    window.robot().push(KeyCode.RIGHT).push(KeyCode.RIGHT);

    assertTrue(window.playground().sampling().temperatureProperty().get() > 1.05);
    assertEquals(runs, window.modelRuns());
  }

  @Test
  void whatAFieldCannotTakeChangesNothing() throws Exception {
    window.robot().clickOn("#top-p-field").write("1.5").push(KeyCode.ENTER);

    assertEquals(1, window.playground().sampling().topPProperty().get());
    var field = window.find("top-p-field", TextField.class);
    assertTrue(field.getTooltip().getText().contains("between 0 and 1"));

    window.robot().push(KeyCode.ESCAPE);
    assertEquals("off", field.getText());
  }

  @Test
  void draggingTheTopPLineKeepsWhatTheDefinitionKeeps() throws Exception {
    int runs = window.modelRuns();
    var curve = window.find("curve", CumulativeCurve.class);
    double y = OpenWindow.onFx(() -> curve.yOf(1));
    double target = OpenWindow.onFx(() -> curve.yOf(0.95));
    Point2D from = OpenWindow.onFx(() -> curve.localToScreen(300, y));
    Point2D to = OpenWindow.onFx(() -> curve.localToScreen(300, target));

    window.robot().moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);

    double p = window.playground().sampling().topPProperty().get();
    assertEquals(0.95, p, 0.03);
    var logits = picture().own().logits();
    var expected = TruncatedDistribution.of(logits, new SamplingParameters(1, 0, p, 0));
    assertEquals(expected.keptCount(), picture().distribution().keptCount());
    assertTrue(expected.keptCount() < 4096);
    assertEquals(Integer.toString(expected.keptCount()), window.text("kept"));
    assertEquals(runs, window.modelRuns());
  }

  @Test
  void theTopPLineMovesByKeyboard() throws Exception {
    var curve = window.find("curve", CumulativeCurve.class);
    OpenWindow.onFx(
        () -> {
          curve.requestFocus();
          return true;
        });

    window.robot().push(KeyCode.DOWN).push(KeyCode.DOWN);

    assertEquals(0.98, window.playground().sampling().topPProperty().get(), 1e-12);
  }

  @Test
  void draggingTheFilmsCursorSetsTheTemperature() throws Exception {
    int runs = window.modelRuns();
    window.robot().clickOn("#show-film");
    var film = window.find("film", TemperatureFilm.class);
    window.waitUntil(() -> film.sweepProperty().get() != null);
    Point2D target = OpenWindow.onFx(() -> film.localToScreen(film.xOf(2), 60));

    window.robot().clickOn(target, MouseButton.PRIMARY);

    double temperature = window.playground().sampling().temperatureProperty().get();
    assertEquals(2, temperature, 0.1);
    assertEquals(temperature, picture().distribution().scaled().temperature());
    assertEquals(runs, window.modelRuns());
  }

  @Test
  void theOrderOfTheStagesChangesWhatIsKept() throws Exception {
    var sampling = window.playground().sampling();
    OpenWindow.onFx(
        () -> {
          sampling.temperatureProperty().set(2);
          sampling.topPProperty().set(0.9);
          return true;
        });
    int temperatureFirst = picture().distribution().keptCount();

    OpenWindow.onFx(
        () -> {
          sampling.orderProperty().set(SamplerPreset.LLAMA_CPP);
          return true;
        });

    var atOne =
        TruncatedDistribution.of(picture().own().logits(), new SamplingParameters(1, 0, 0.9, 0));
    assertEquals(atOne.keptCount(), picture().distribution().keptCount());
    assertTrue(atOne.keptCount() < temperatureFirst);
    assertEquals("top-p", sampling.waterfall().getFirst().stage());
  }

  @Test
  void aStepTakesTheTokenThatTheNeedlePointsAt() throws Exception {
    int rank = picture().markedRank().orElseThrow();
    int expected = picture().own().logits().tokenAtRank(rank);

    window.robot().clickOn("#step");
    window.waitUntil(() -> tokenCount() == 10);

    assertEquals(expected, steps().getFirst().tokenId());
  }

  @Test
  void backTakesTheStepBackAndTheSameStepComesAgain() throws Exception {
    window.robot().clickOn("#step");
    window.waitUntil(() -> tokenCount() == 10);
    var first = steps().getFirst();

    window.robot().clickOn("#back");
    window.waitUntil(() -> tokenCount() == 9);
    assertTrue(steps().isEmpty());

    window.robot().clickOn("#step");
    window.waitUntil(() -> tokenCount() == 10);
    assertEquals(first, steps().getFirst());
  }

  @Test
  void aClickOnABarForcesItsToken() throws Exception {
    int expected = picture().own().logits().tokenAtRank(3);

    clickOnRank(3);
    window.waitUntil(() -> tokenCount() == 10);

    assertEquals(expected, steps().getFirst().tokenId());
    assertTrue(steps().getFirst().description().contains("forced"));
  }

  @Test
  void barsWorkByKeyboard() throws Exception {
    int expected = picture().own().logits().tokenAtRank(2);
    OpenWindow.onFx(
        () -> {
          window.find("bars", TokenBars.class).requestFocus();
          return true;
        });

    window.robot().push(KeyCode.DOWN).push(KeyCode.ENTER);
    window.waitUntil(() -> tokenCount() == 10);

    assertEquals(expected, steps().getFirst().tokenId());
  }

  @Test
  void theCaretInTheTextShowsTheDistributionOfTheTokenThere() throws Exception {
    OpenWindow.onFx(
        () -> {
          window.find("prompt", javafx.scene.control.TextArea.class).positionCaret(6);
          return true;
        });
    window.waitForAnswer();

    var shown = picture();
    int standing = shown.own().logits().tokenAtRank(shown.markedRank().orElseThrow());
    assertEquals("␣upon", shown.tokenText().apply(standing));
    assertEquals("here", shown.mark());
  }

  @Test
  void aTokenForcedEarlierPutsTheRestAsideAndBringsItBack() throws Exception {
    for (int count = 10; count <= 12; count++) {
      int expected = count;
      window.robot().clickOn("#step");
      window.waitUntil(() -> tokenCount() == expected);
    }
    var before = java.util.List.copyOf(steps());
    OpenWindow.onFx(
        () -> {
          window.playground().generation().selectedProperty().set(1);
          return true;
        });
    window.waitForAnswer();

    clickOnRank(2);
    window.waitUntil(() -> tokenCount() == 11);
    assertEquals(2, steps().size());

    OpenWindow.onFx(
        () -> {
          window.playground().noticeProperty().get().orElseThrow().bringBack().orElseThrow().run();
          return true;
        });
    window.waitUntil(() -> tokenCount() == 12);
    assertEquals(before, steps());
  }

  @Test
  void playGoesOnUntilStopped() throws Exception {
    window.robot().clickOn("#play");
    window.waitUntil(() -> steps().size() >= 3);

    window.robot().clickOn("#stop");
    window.waitForAnswer();

    assertFalse(window.playground().generation().playingProperty().get());
    int stopped = steps().size();
    assertEquals(9 + stopped, tokenCount());
  }

  @Test
  void shortcutsWorkWhileTyping() throws Exception {
    window.robot().clickOn("#prompt").push(KeyCode.CONTROL, KeyCode.END);

    window.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitUntil(() -> tokenCount() == 10);
    window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.BACK_SPACE);
    window.waitUntil(() -> tokenCount() == 9);

    assertTrue(steps().isEmpty());
    assertEquals(PROMPT, window.playground().prompt().textProperty().get());
  }

  @Test
  void anEmptyPromptShowsWhatComesAfterTheStartToken() throws Exception {
    clearPrompt();
    window.waitUntil(() -> tokenCount() == 1);

    assertEquals("<|endoftext|>", window.text("start-token"));
    assertTrue(picture().own().probability(1) > 0);
    assertEquals("–", window.text("loss"));
  }

  @Test
  void thePromptCanDoWithoutItsStartToken() throws Exception {
    OpenWindow.onFx(
        () -> {
          window.playground().prompt().startTokenChoiceProperty().set(StartToken.NEVER);
          return true;
        });
    window.waitUntil(() -> tokenCount() == 8);

    assertEquals("", window.text("start-token"));
  }

  @Test
  void aPromptThatIsTooLongSaysByHowMuchAndStays() throws Exception {
    var text = "one two three ".repeat(400);
    OpenWindow.onFx(
        () -> {
          window.playground().prompt().textProperty().set(text);
          return true;
        });
    window.waitUntil(
        () -> window.playground().prompt().problemProperty().get().contains("more than"));

    assertEquals(text, window.playground().prompt().textProperty().get());
    assertTrue(window.text("prompt-problem").contains("Nothing was cut"));

    clearPrompt();
    window.waitUntil(() -> tokenCount() == 1);
    assertEquals("", window.text("prompt-problem"));
  }

  @Test
  void oddCharactersAreAnswered() throws Exception {
    OpenWindow.onFx(
        () -> {
          window.playground().prompt().textProperty().set("e\u0301 😀 \u0000 \uD83D x");
          return true;
        });
    window.waitForAnswer();

    assertTrue(window.playground().prompt().problemProperty().get().isEmpty());
    assertTrue(tokenCount() > 5);
  }

  private void clearPrompt() {
    OpenWindow.onFx(
        () -> {
          window.playground().prompt().textProperty().set("");
          return true;
        });
  }

  private void clickOnRank(int rank) {
    var bars = window.find("bars", TokenBars.class);
    Point2D row = OpenWindow.onFx(() -> bars.localToScreen(120, bars.rowCentre(rank)));
    window.robot().clickOn(row, MouseButton.PRIMARY);
  }

  private DistributionPicture picture() {
    return OpenWindow.onFx(
        () ->
            Objects.requireNonNull(
                window.playground().distribution().pictureProperty().get(), "no picture"));
  }

  private java.util.List<Step> steps() {
    return OpenWindow.onFx(() -> java.util.List.copyOf(window.playground().generation().steps()));
  }

  /// How many tokens the answer on show has, or 0 while there is none for the text as it is.
  private int tokenCount() {
    return OpenWindow.onFx(
        () -> {
          if (!window.playground().prompt().currentProperty().get()
              || window.playground().distribution().staleProperty().get()) {
            return 0;
          }
          var text = window.playground().status().contextProperty().get();
          return Integer.parseInt(text.substring(0, text.indexOf(' ')).replace(",", ""));
        });
  }
}
