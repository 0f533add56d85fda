package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import kelvin.prompt.Composition;
import kelvin.ui.distribution.Plot;
import kelvin.ui.plot.bars.TokenBars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The last row of a lecture hall cannot read the bars, or the lecturer loses the work on the way
/// out.
class LectureModeFxTest {

  /// The least height of a row of bars, as a share of the window's height.
  private static final double MIN_ROW = 1 / 24.0;

  @RegisterExtension
  private static final WindowExtension WINDOW =
      WindowExtension.showing("Once upon a time there was a little");

  private final OpenWindow window;

  LectureModeFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void theBarsFillTheScreenInLargeType() {
    window.robot().push(KeyCode.F11);

    var bars = bars();
    double scene = Fx.get(() -> window.root().getScene().getHeight());
    double row =
        Fx.get(
            () ->
                bars.localToScene(0, bars.rowCentre(2)).getY()
                    - bars.localToScene(0, bars.rowCentre(1)).getY());
    int rows = Fx.get(() -> bars.visibleRowsProperty().get());
    assertTrue(row >= scene * MIN_ROW, row + " of " + scene);
    assertTrue(rows >= 8, rows + " rows");
    assertFalse(window.isShown("model-picker"));
  }

  @Test
  void slidersAndStepsWorkAndTheWorkIsThereAfterwards() throws Exception {
    window.robot().push(KeyCode.F11);
    int runs = window.modelRuns();
    var slider = (Slider) window.find("lecture-temperature", Node.class).lookup(".slider");
    Fx.run(
        () -> {
          slider.requestFocus();
        });
    window.robot().push(KeyCode.RIGHT);
    double temperature = Fx.get(() -> window.playground().sampling().temperatureProperty().get());
    assertTrue(temperature > 1);
    assertEquals(runs, window.modelRuns());

    window.robot().clickOn("#lecture-step");
    window.waitUntil(() -> window.playground().generation().steps().size() == 1);
    window.robot().push(KeyCode.ESCAPE);

    assertTrue(window.isShown("bars"));
    assertTrue(window.isShown("model-picker"));
    assertEquals(1, window.steps().size());
    assertEquals("prompt", Fx.get(() -> window.root().getScene().getFocusOwner().getId()));
  }

  @Test
  void aSwitchSelectsThePictureAndTheWindowKeepsItsOwn() throws Exception {
    var film = window.playground().distribution().film();
    window.robot().push(KeyCode.F11).clickOn("#lecture-film");
    window.waitUntil(() -> film.sweepProperty().get() != null);
    assertTrue(window.isShown("large-film"));

    window.robot().clickOn("#lecture-bars-and-curve");
    assertTrue(window.isShown("large-curve"));

    window.robot().push(KeyCode.F11);
    assertFalse(Fx.get(() -> film.activeProperty().get()));
    assertTrue(window.isShown("curve"));
  }

  @Test
  void theFilmOfALectureIsNoPlotOfThePanel() throws Exception {
    var plots = window.playground().distribution().plots();
    window.robot().push(KeyCode.F11).clickOn("#lecture-film");
    window.waitUntil(
        () -> window.playground().distribution().film().sweepProperty().get() != null);

    assertEquals(Set.of(Plot.CURVE), plots.shownProperty().get());
    window.robot().push(KeyCode.F11);
    assertEquals(Set.of(Plot.CURVE), plots.shownProperty().get());
  }

  /// A lecture makes the window larger for a while.
  @Test
  void aPlotThatTheUserAskedForInALowWindowIsThereAfterwards() {
    setHeight(600);
    window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT5);
    Fx.settle();
    assertTrue(window.isShown("film"));

    window.robot().push(KeyCode.F11);
    setHeight(900);
    window.robot().push(KeyCode.F11);
    setHeight(600);

    assertTrue(Fx.get(() -> window.root().lookup("#film") != null));
    assertTrue(window.isShown("film"));
  }

  private void setHeight(double height) {
    Fx.run(
        () -> {
          window.root().getScene().getWindow().setHeight(height);
        });
    Fx.settle();
  }

  @Test
  void wholeAnswersFillTheScreenAndThePanelStaysAsItWas() throws Exception {
    var answers = window.playground().distribution().answers();
    Fx.run(() -> answers.budgetProperty().set(20));
    window.robot().push(KeyCode.F11).clickOn("#lecture-answers");
    window.waitUntil(() -> answers.current().isPresent());

    assertTrue(window.isShown("large-answers"));
    window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
    assertTrue(window.isShown("large-bars"));

    window.robot().push(KeyCode.F11);
    assertTrue(window.isShown("bars"));
    assertFalse(Fx.get(() -> answers.shownProperty().get()));
  }

  @Test
  void aLectureBeginsWithTheAnswersIfTheyAreOnShow() {
    window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
    assertTrue(window.isShown("answer-bars"));

    window.robot().push(KeyCode.F11);

    assertTrue(window.isShown("large-answers"));
  }

  @Test
  void aSearchForATokenLeavesTheLecture() {
    window.robot().push(KeyCode.F11).push(KeyCode.CONTROL, KeyCode.F);

    assertEquals("find-text", Fx.get(() -> window.root().getScene().getFocusOwner().getId()));
    assertTrue(window.isShown("find-text"));
  }

  @Test
  void theEndOfALongTextIsInSight() throws Exception {
    window.type("A word and another word. ".repeat(40) + "The last one");
    window.waitForAnswer();
    window.robot().push(KeyCode.F11);

    var flow =
        (TextFlow) window.find("lecture-text", Region.class).getChildrenUnmodifiable().getFirst();
    var texts = Fx.get(() -> flow.getChildren().stream().map(Text.class::cast).toList());
    var shown = texts.getFirst().getText() + texts.getLast().getText();
    assertTrue(shown.startsWith("…") && shown.endsWith("The last one"), shown);
    assertTrue(Fx.get(() -> flow.prefHeight(flow.getWidth()) <= flow.getHeight()));
    assertTrue(shown.length() > 60, shown);
  }

  @Test
  void aLectureThatHasEndedIsNotInTheWindow() {
    window.robot().push(KeyCode.F11).push(KeyCode.F11);

    assertTrue(Fx.get(() -> window.root().lookupAll(".lecture-view").isEmpty()));
  }

  @Test
  void afterALectureTheDetailFollowsTheMouseAgain() {
    window.robot().push(KeyCode.F11).push(KeyCode.F11);

    var bars = window.find("bars", TokenBars.class);
    window.robot().moveTo(Fx.get(() -> bars.localToScreen(120, bars.rowCentre(3))));

    assertEquals(
        3, Fx.get(() -> window.playground().distribution().bars().hoveredRankProperty().get()));
  }

  @Test
  void theShotsAreAtHandInAFewShotPrompt() throws Exception {
    Fx.run(
        () -> {
          window.playground().prompt().compositionProperty().set(Composition.FEW_SHOT);
        });
    window.waitForAnswer();
    window.robot().push(KeyCode.F11);

    var shots = (Slider) window.root().lookup(".lecture-shots").lookup(".slider");
    Fx.run(
        () -> {
          shots.setValue(1);
        });
    window.waitForAnswer();

    assertEquals(1, Fx.get(() -> window.playground().prompt().fewShot().shotsProperty().get()));
  }

  private TokenBars bars() {
    return Fx.get(() -> (TokenBars) window.find("large-bars", Node.class).lookup(".token-bars"));
  }
}
