package kelvin.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.Scene;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.distribution.TemperatureSweep;
import kelvin.ui.plot.curve.CumulativeCurve;
import kelvin.ui.plot.film.TemperatureFilm;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The lines that no slider moves are repainted only when they change.
class PlotGroundFxTest {

  private static final Logits LOGITS = Pictures.wide(500);
  private static final Logits OTHERS = Pictures.wide(600);

  private final CumulativeCurve curve = Fx.get(CumulativeCurve::new);
  private final TemperatureFilm film = Fx.get(TemperatureFilm::new);

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void theCurvesGroundStaysWhileTheTemperatureMoves() {
    paint(curve, () -> curve.pictureProperty().set(Pictures.of(Pictures.at(1), LOGITS)));
    int grounds = curve.groundPaints();
    int pictures = curve.paints();

    paint(curve, () -> curve.pictureProperty().set(Pictures.of(Pictures.at(0.5), LOGITS)));
    paint(curve, () -> curve.topPProperty().set(0.7));

    assertEquals(grounds, curve.groundPaints());
    assertEquals(pictures + 2, curve.paints());
  }

  @Test
  void theCurvesGroundFollowsThePromptAndWhatIsPinned() {
    paint(curve, () -> curve.pictureProperty().set(Pictures.of(Pictures.at(1), LOGITS)));
    int grounds = curve.groundPaints();

    paint(curve, () -> curve.pictureProperty().set(Pictures.of(Pictures.at(1), OTHERS)));
    assertEquals(grounds + 1, curve.groundPaints());

    var pinned = new Ghost(Distribution.of(OTHERS, 2), "pinned");
    paint(curve, () -> curve.ghostProperty().set(pinned));
    assertEquals(grounds + 2, curve.groundPaints());
  }

  @Test
  void theFilmsGroundStaysWhileTheTemperatureMoves() {
    paint(film, () -> show(LOGITS, 1));
    int grounds = film.groundPaints();
    int pictures = film.paints();

    paint(film, () -> show(LOGITS, 2));

    assertEquals(grounds, film.groundPaints());
    assertEquals(pictures + 1, film.paints());
  }

  @Test
  void theFilmsGroundIsClearedUntilItsLinesAreOfThePrompt() {
    paint(film, () -> show(LOGITS, 1));
    int grounds = film.groundPaints();

    paint(film, () -> show(OTHERS, 1));
    assertEquals(grounds + 1, film.groundPaints());

    paint(film, () -> film.sweepProperty().set(sweep(OTHERS)));
    assertEquals(grounds + 2, film.groundPaints());
  }

  private void show(Logits logits, double temperature) {
    if (film.sweepProperty().get() == null) {
      film.sweepProperty().set(sweep(logits));
    }
    film.temperatureProperty().set(temperature);
    film.pictureProperty().set(Pictures.of(Pictures.at(temperature), logits));
  }

  private static TemperatureSweep sweep(Logits logits) {
    return TemperatureSweep.of(logits, List.of(1, 2, 30), List.of(0.1, 1.0, 9.0), 0.9);
  }

  private static void paint(PlotRegion plot, Runnable change) {
    Fx.run(
        () -> {
          change.run();
          var scene =
              plot.getScene() == null
                  ? new Scene(plot, Pictures.WIDTH, Pictures.HEIGHT)
                  : plot.getScene();
          scene.snapshot(null);
        });
  }
}
