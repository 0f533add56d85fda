package kelvin.ui.plot.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Ghost;
import kelvin.ui.plot.Pictures;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The cumulative curve passes through the numbers, to the pixel.
class CumulativeCurveFxTest {

  private static final int WIDTH = Pictures.WIDTH;
  private static final int HEIGHT = Pictures.HEIGHT;

  private static final String ONLY_GHOST =
      "-kelvin-ghost: red; -kelvin-bar: transparent; -kelvin-outline: transparent;"
          + "-kelvin-nucleus: transparent;";

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void theCurvePassesThroughTheCumulativeMass() {
    var curve =
        Fx.get(
            () -> {
              var made = new CumulativeCurve();
              made.setStyle(
                  "-kelvin-bar: red; -kelvin-outline: transparent; -kelvin-nucleus: transparent;");
              made.pictureProperty().set(picture(1, 0f, 0f, 0f, 0f));
              return made;
            });

    var image = Pictures.snapshot(curve);

    // Four equal tokens: the curve is at a half from rank 2 to rank 3.
    var geometry = CurveGeometry.of(WIDTH, HEIGHT, 4);
    int x = (int) ((geometry.x(2) + geometry.x(3)) / 2);
    var colour = image.getPixelReader().getColor(x, (int) geometry.y(0.5));
    assertTrue(colour.getRed() > 0.9 && colour.getGreen() < 0.4, colour.toString());
  }

  @Test
  void theGhostsCurvePassesThroughItsCumulativeMass() {
    var pinned = Distribution.of(Logits.owning(new float[] {0, 0, 0, 0}), 1);
    var curve =
        Fx.get(
            () -> {
              var made = new CumulativeCurve();
              made.setStyle(ONLY_GHOST);
              made.pictureProperty().set(Pictures.of(Pictures.at(1), 9f, 0f, 0f, 0f));
              made.ghostProperty().set(new Ghost(pinned, "pinned"));
              return made;
            });

    var image = Pictures.snapshot(curve);

    var at = CurveGeometry.of(Pictures.WIDTH, Pictures.HEIGHT, 4);
    assertTrue(Pictures.isRed(image, (at.x(2) + at.x(3)) / 2, at.y(0.5)));
  }

  @Test
  void hoveringOnTheCurveSaysTokenRankAndMass() {
    var curve = Fx.get(CumulativeCurve::new);
    Fx.run(
        () -> {
          curve.pictureProperty().set(Pictures.of(Pictures.at(1), 0f, 0f, 0f, 0f));
          new Scene(curve, Pictures.WIDTH, Pictures.HEIGHT).snapshot(null);
        });
    double x = CurveGeometry.of(Pictures.WIDTH, Pictures.HEIGHT, 4).x(2.5);

    Fx.run(() -> curve.fireEvent(mouse(MouseEvent.MOUSE_MOVED, x, 100, false)));

    assertEquals("token 1  rank 2  Σ 50.0 %", curve.hoverText());
  }

  @Test
  void draggingWithShiftIsTenTimesFiner() {
    var curve = Fx.get(CumulativeCurve::new);
    Fx.run(
        () -> {
          curve.topPProperty().set(0.9);
          curve.setOnTopP(curve.topPProperty()::set);
          curve.pictureProperty().set(Pictures.of(Pictures.at(1), 0f, 0f, 0f, 0f));
          new Scene(curve, Pictures.WIDTH, Pictures.HEIGHT).snapshot(null);
          double start = curve.yOf(0.9);
          curve.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, 100, start, false));
          curve.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, 100, curve.yOf(0.7), false));
        });
    assertEquals(0.7, curve.topPProperty().get(), 1e-9);

    Fx.run(() -> curve.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, 100, curve.yOf(0.8), true)));

    assertEquals(0.71, curve.topPProperty().get(), 1e-9);
  }

  private static MouseEvent mouse(
      EventType<MouseEvent> type, double x, double y, boolean withShift) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.NONE,
        0,
        withShift,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        null);
  }

  private static DistributionPicture picture(double temperature, float... logits) {
    return Pictures.of(Pictures.at(temperature), logits);
  }
}
