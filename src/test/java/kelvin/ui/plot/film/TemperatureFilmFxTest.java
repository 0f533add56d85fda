package kelvin.ui.plot.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kelvin.display.ProbabilityScale;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.distribution.TemperatureSweep;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Pictures;
import kelvin.ui.plot.axis.LinearAxis;
import kelvin.ui.plot.axis.LogAxis;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The temperature film shows the engine's numbers, to the pixel.
class TemperatureFilmFxTest {

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void theFilmsLineIsAtTheEnginesProbability() {
    var logits = Logits.owning(new float[] {2, 1, 0.5f});
    var temperatures = List.of(0.05, 0.5, 1.0, 2.0, 10.0);
    var film =
        Fx.get(
            () -> {
              var made = new TemperatureFilm();
              made.setStyle("-kelvin-series-1: red; -kelvin-text: transparent;");
              made.sweepProperty().set(TemperatureSweep.of(logits, List.of(1), temperatures, 0.9));
              made.pictureProperty().set(Pictures.of(Pictures.at(0.7), logits));
              return made;
            });

    var image = Pictures.snapshot(film);

    for (double temperature : List.of(0.5, 1.0, 2.0)) {
      double p = Distribution.of(logits, temperature).probability(1);
      double[] at = Fx.get(() -> new double[] {film.xOf(temperature), film.yOf(p)});
      assertTrue(Pictures.isRed(image, at[0], at[1]), "τ " + temperature);
    }
  }

  @Test
  void theFilmsLanesSayTheEnginesNumbers() {
    var logits = Pictures.wide(1000);
    var sweep = TemperatureSweep.of(logits, List.of(1), List.of(0.05, 1.0, 10.0), 0.8);
    var picture = Pictures.of(Pictures.at(1.3), logits);
    var scaled = Distribution.of(logits, 1.3);

    var film = film(sweep, picture, 1.3);
    var numbers = Fx.get(() -> film.numbers(lines(film, ProbabilityScale.LINEAR)));

    assertEquals(List.of(Numbers.percent(scaled.probability(1))), numbers.percents());
    assertEquals(
        List.of(
            Numbers.threeDigits(scaled.entropy() / Math.log(2)) + " bits",
            Numbers.threeDigits(Math.exp(scaled.entropy())),
            Numbers.count(scaled.nucleusSize(0.8))),
        numbers.lanes());
  }

  @Test
  void theLogScaleHasAPlaceForEachDecadeAndSaysItsFloor() {
    var film = Fx.get(TemperatureFilm::new);
    Fx.run(
        () -> {
          film.resize(700, 300);
          film.scaleProperty().set(ProbabilityScale.LOGARITHMIC);
        });

    double decade = film.yOf(0.1) - film.yOf(1);
    assertEquals(decade, film.yOf(0.001) - film.yOf(0.01), 1e-9);
    assertEquals(film.yOf(1e-6), film.yOf(0), 1e-9);
    assertEquals("≤1e−6", new LogAxis(6).label(1e-6));
  }

  @Test
  void sharesOfTheFilmsTokensAddUpToAll() {
    var logits = Logits.owning(new float[] {2, 2, 2, 2});
    var sweep = TemperatureSweep.of(logits, List.of(1, 2), List.of(0.5, 1.0, 2.0), 0.9);
    var picture = Pictures.of(Pictures.at(1), logits);

    var film = film(sweep, picture, 1);
    var lines = Fx.get(() -> lines(film, ProbabilityScale.SHARE));

    assertEquals(lines.geometry().y(0.5), lines.lines().getFirst().path().end(), 1e-9);
    var numbers = Fx.get(() -> film.numbers(lines));
    assertEquals(List.of("50.00", "50.00"), numbers.percents());
  }

  private static TemperatureFilm film(
      TemperatureSweep sweep, DistributionPicture picture, double temperature) {
    return Fx.get(
        () -> {
          var film = new TemperatureFilm();
          film.sweepProperty().set(sweep);
          film.pictureProperty().set(picture);
          film.temperatureProperty().set(temperature);
          return film;
        });
  }

  private static FilmLines lines(Film film, ProbabilityScale scale) {
    var axes = new FilmGeometry.Axes(film.across(), LinearAxis.HALVES);
    var at = FilmGeometry.of(700, 300, film.lanes(), axes);
    return new FilmLines(film.series().orElseThrow(), scale, at);
  }
}
