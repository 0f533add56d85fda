package kelvin.ui.plot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import javafx.scene.Scene;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.distribution.TemperatureSweep;
import kelvin.distribution.TopP;
import kelvin.ui.plot.bars.BarColumn;
import kelvin.ui.plot.bars.TokenBars;
import kelvin.ui.plot.curve.CumulativeCurve;
import kelvin.ui.plot.film.TemperatureFilm;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// Painting allocates nothing: a plot prepares its texts and lines when it changes.
class PaintingFxTest {

  @Test
  void theColumnsFollowTheWidth() {
    var pen = new FakePen();
    var bars =
        Fx.get(
            () -> {
              var made = new TokenBars();
              made.pictureProperty().set(Pictures.of(Pictures.at(1), 3, 2, 1));
              made.resize(1200, 300);
              made.paintWith(new FakePen());
              made.resize(400, 300);
              made.paintWith(pen);
              return made;
            });

    assertTrue(pen.farthest() <= bars.getWidth(), "painted up to " + pen.farthest());
  }

  private static final Logits LOGITS = Pictures.wide(2000);
  private static final int PAINTS = 2000;

  /// The bytes that the JVM itself may allocate on the thread in the meantime.
  private static final long NOISE = 16 * PAINTS;

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void paintingTheBarsAllocatesNothing() throws Exception {
    var bars = Fx.get(TokenBars::new);
    Fx.run(
        () -> {
          bars.columnsProperty().set(EnumSet.allOf(BarColumn.class));
          bars.pictureProperty().set(picture());
          bars.ghostProperty().set(new Ghost(Distribution.of(LOGITS, 2), "pinned"));
        });

    assertPaintsWithoutGarbage(bars);
  }

  @Test
  void paintingTheCurveAllocatesNothing() throws Exception {
    var curve = Fx.get(CumulativeCurve::new);
    Fx.run(
        () -> {
          curve.pictureProperty().set(picture());
          curve.ghostProperty().set(new Ghost(Distribution.of(LOGITS, 2), "pinned"));
        });

    assertPaintsWithoutGarbage(curve);
  }

  @Test
  void paintingTheFilmAllocatesNothing() throws Exception {
    var film = Fx.get(TemperatureFilm::new);
    Fx.run(
        () -> {
          film.pictureProperty().set(picture());
          film.sweepProperty()
              .set(TemperatureSweep.of(LOGITS, List.of(1, 2, 900), List.of(0.1, 1.0, 9.0), 0.9));
        });

    assertPaintsWithoutGarbage(film);
  }

  private static DistributionPicture picture() {
    return Pictures.of(SamplerChain.of(new Temperature(0.8), new TopP(0.9)), LOGITS);
  }

  private static void assertPaintsWithoutGarbage(PlotRegion plot) throws Exception {
    var pen = new FakePen();
    long allocated =
        Fx.get(
            () -> {
              new Scene(plot, Pictures.WIDTH, Pictures.HEIGHT).snapshot(null);
              plot.paintWith(pen);
              long before = allocatedBytes();
              for (int i = 0; i < PAINTS; i++) {
                plot.paintWith(pen);
              }
              return allocatedBytes() - before;
            });

    assertTrue(pen.drawn() > 10 * PAINTS, "drew " + pen.drawn());
    assertTrue(allocated < NOISE, allocated + " bytes in " + PAINTS + " paints");
  }

  /// Uses reflection, because our module does not require the management API.
  private static long allocatedBytes() throws Exception {
    Object threads =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getThreadMXBean")
            .invoke(null);
    Method count =
        Class.forName("com.sun.management.ThreadMXBean")
            .getMethod("getCurrentThreadAllocatedBytes");
    return (long) count.invoke(threads);
  }
}
