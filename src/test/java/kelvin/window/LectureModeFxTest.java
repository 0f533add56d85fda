package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import kelvin.prompt.Composition;
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
