package kelvin.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

/// Nothing of an earlier picture is left at the edges of a plot. If these fail, lines in the
/// colours of the theme before stay beside the plots, or shadows of selected rows.
class GhostPixelsFxTest {

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  /// A plot that is black as a whole, or empty.
  private static final class Filled extends PlotRegion {

    private boolean isFilled = true;

    Filled() {
      super("filled", true);
    }

    void empty() {
      isFilled = false;
      repaintAll();
    }

    @Override
    protected void paintGround(Pen pen, double width, double height) {
      paint(pen, width, height);
    }

    @Override
    protected void paint(Pen pen, double width, double height) {
      if (isFilled) {
        pen.setFill(Color.BLACK);
        pen.fillRect(0, 0, width, height);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "100, 60, 100, 60, 1",
    "100.5, 60.5, 100.5, 60.5, 1",
    "100.2, 60.7, 100.2, 60.7, 1.5",
    "140.5, 90.3, 100.2, 60.7, 1",
    "100.2, 60.7, 140.5, 90.3, 1",
    "140.4, 90.3, 97.3, 61.1, 1.25"
  })
  void nothingOfTheOldPictureStaysAtTheEdges(
      double width, double height, double nextWidth, double nextHeight, double times) {
    var image = Fx.get(() -> emptied(width, height, nextWidth, nextHeight, times));

    assertEquals("", darkPixels(image));
  }

  private static Image emptied(
      double width, double height, double nextWidth, double nextHeight, double times) {
    var plot = new Filled();
    plot.setManaged(false);
    plot.getTransforms().add(new Scale(times, times));
    plot.resizeRelocate(5.3, 7.6, width, height);
    var scene = new Scene(new Group(plot), 300, 200, Color.WHITE);
    scene.snapshot(null);
    plot.resizeRelocate(5.3, 7.6, nextWidth, nextHeight);
    scene.snapshot(null);
    plot.empty();
    return scene.snapshot(null);
  }

  private static String darkPixels(Image image) {
    var dark = new StringBuilder();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getPixelReader().getColor(x, y).getBrightness() < 0.999 && dark.length() < 200) {
          dark.append(x).append(',').append(y).append(' ');
        }
      }
    }
    return dark.toString();
  }
}
