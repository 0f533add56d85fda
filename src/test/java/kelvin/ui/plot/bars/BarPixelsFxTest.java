package kelvin.ui.plot.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import kelvin.display.BarScale;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Pictures;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// A bar is exactly as long as its number says, to the pixel.
class BarPixelsFxTest {

  private static final int WIDTH = Pictures.WIDTH;

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void aBarIsAsLongAsItsProbability() {
    var bars =
        Fx.get(
            () -> {
              var made = new TokenBars();
              made.setStyle("-kelvin-bar: red; -kelvin-outline: transparent;");
              made.pictureProperty().set(picture(1, 3f, 2f, 1f));
              return made;
            });

    var image = Pictures.snapshot(bars);

    var columns = BarColumns.of(WIDTH, BarColumn.DEFAULT, 3);
    var own = Distribution.of(Logits.owning(new float[] {3, 2, 1}), 1);
    for (int rank = 1; rank <= 3; rank++) {
      double expected = own.probability(rank) * columns.barWidth();
      assertEquals(
          expected, Pictures.redPixels(image, (int) bars.rowCentre(rank)), 1.5, "rank " + rank);
    }
  }

  @Test
  void aBarFollowsTheTemperature() {
    var bars =
        Fx.get(
            () -> {
              var made = new TokenBars();
              made.setStyle("-kelvin-bar: red; -kelvin-outline: transparent;");
              made.pictureProperty().set(picture(0.5, 3f, 2f, 1f));
              return made;
            });

    var image = Pictures.snapshot(bars);

    var cold = Distribution.of(Logits.owning(new float[] {3, 2, 1}), 0.5);
    double expected = cold.probability(1) * BarColumns.of(WIDTH, BarColumn.DEFAULT, 3).barWidth();
    assertEquals(expected, Pictures.redPixels(image, (int) bars.rowCentre(1)), 1.5);
  }

  @Test
  void onTheFittingScaleTheLargestBarFillsItsColumn() {
    var bars =
        Fx.get(
            () -> {
              var made = new TokenBars();
              made.setStyle("-kelvin-bar: red; -kelvin-outline: transparent;");
              made.scaleProperty().set(BarScale.LARGEST);
              made.pictureProperty().set(picture(1, 1f, 1f, 1f, 1f));
              return made;
            });

    var image = Pictures.snapshot(bars);

    assertEquals(
        BarColumns.of(WIDTH, BarColumn.DEFAULT, 3).barWidth(),
        Pictures.redPixels(image, (int) bars.rowCentre(1)),
        1.5);
  }

  @Test
  void aScreenReaderHearsTheTopTokens() {
    var bars =
        Fx.get(
            () -> {
              var made = new TokenBars();
              made.pictureProperty().set(picture(1, 3f, 2f, 1f));
              return made;
            });

    assertTrue(bars.getAccessibleText().contains("token 0, rank 1, 66.52 percent"));
  }

  private static DistributionPicture picture(double temperature, float... logits) {
    return Pictures.of(Pictures.at(temperature), logits);
  }
}
