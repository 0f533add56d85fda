package kelvin.ui.plot.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import kelvin.display.ProbabilityScale;
import kelvin.ui.plot.sweep.ShotsPicture.Line;
import kelvin.ui.plot.sweep.ShotsPicture.Point;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// If these fail, somebody without a mouse cannot reach a point of a comparison, or reads that of
/// another curve.
class CurvesPlotFxTest {

  private final CurvesPlot plot = Fx.get(CurvesPlot::new);

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static Line line(String name, double... values) {
    var points = new ArrayList<Point>();
    for (int i = 0; i < values.length; i++) {
      points.add(new Point(i, Double.NaN, 1, values[i], values[i], values[i]));
    }
    return new Line(name, points);
  }

  @BeforeEach
  void showThreeCurvesOfWhichOneBeginsLate() {
    var style =
        new ShotsPicture.Style("example", "examples", "draws", "worst to best", true, false);
    var lines =
        List.of(
            line("low", 0.2, 0.3, 0.2),
            line("late", Double.NaN, 0.9, 0.9),
            line("equal", 0.2, Double.NaN, 0.5));
    Fx.run(() -> plot.show(new ShotsPicture("accuracy", ProbabilityScale.LINEAR, lines, style)));
  }

  private String after(KeyCode... keys) {
    return Fx.get(
        () -> {
          for (var key : keys) {
            plot.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
          }
          return plot.wordsProperty().get();
        });
  }

  @Test
  void leftAndRightGoAlongACurveOverItsGaps() {
    assertEquals(
        "low, 0 examples: 0.200 mean of 1 draw, worst to best: 0.200–0.200", after(KeyCode.RIGHT));
    assertEquals("low, 1 example", name(after(KeyCode.RIGHT)));
    assertEquals("low, 2 examples", name(after(KeyCode.RIGHT, KeyCode.RIGHT)));
    assertEquals("equal, 2 examples", name(after(KeyCode.UP)));
    assertEquals("equal, 0 examples", name(after(KeyCode.LEFT)));
  }

  @Test
  void upAndDownReachEveryCurveAlsoOneOfTheSameValue() {
    after(KeyCode.RIGHT);
    assertEquals("equal, 0 examples", name(after(KeyCode.UP)));
    assertEquals("equal, 0 examples", name(after(KeyCode.UP)));
    assertEquals("low, 0 examples", name(after(KeyCode.DOWN)));
    assertEquals("late, 1 example", name(after(KeyCode.RIGHT, KeyCode.UP)));
  }

  private static String name(String words) {
    return words.substring(0, words.indexOf(':'));
  }
}
