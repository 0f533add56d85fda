package kelvin.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import kelvin.display.BarScale;
import kelvin.distribution.Distribution;
import kelvin.distribution.Divergence;
import kelvin.distribution.Logits;
import kelvin.distribution.ProbabilityShift;
import kelvin.distribution.TemperatureSweep;
import kelvin.distribution.TruncatedDistribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// What the live plots paint, to the pixel, and how often they do.
class LivePlotsFxTest {

  private static final String ONLY_NUCLEUS =
      "-kelvin-nucleus: red; -kelvin-bar: transparent; -kelvin-outline: transparent;"
          + "-kelvin-ghost: transparent;";
  private static final String ONLY_GHOST =
      "-kelvin-ghost: red; -kelvin-bar: transparent; -kelvin-outline: transparent;"
          + "-kelvin-nucleus: transparent;";

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void theWhiskersStopStandsAtTheFinalProbability() {
    var picture = Pictures.of(Pictures.topK(2), 1f, 0.5f, 0f, 0f);
    var bars = Pictures.onFx(() -> bars(picture, ONLY_NUCLEUS));

    var image = Pictures.snapshot(bars);

    var columns = BarColumns.of(Pictures.WIDTH, BarColumn.USUAL, 4);
    double stop = columns.bar() + picture.distribution().finalProbability(1) * columns.barWidth();
    assertTrue(Pictures.isRed(image, stop, bars.rowCentre(1) - 4), "at " + stop);
  }

  @Test
  void theGhostUnderABarIsAsLongAsThePinnedProbability() {
    var pinned = Distribution.of(Logits.owning(new float[] {0, 3, 1}), 2);
    var bars =
        Pictures.onFx(
            () -> {
              var made = bars(Pictures.of(Pictures.at(1), 3f, 2f, 1f), ONLY_GHOST);
              made.ghostProperty().set(new Ghost(pinned, "pinned"));
              return made;
            });

    var image = Pictures.snapshot(bars);

    double full = BarColumns.of(Pictures.WIDTH, BarColumn.USUAL, 3).barWidth();
    for (int rank = 1; rank <= 3; rank++) {
      double expected = pinned.probabilityOfToken(rank - 1) * full;
      int y = (int) bars.rowCentre(rank) + 8;
      assertEquals(expected, Pictures.redPixels(image, y), 1.5, "rank " + rank);
    }
  }

  @Test
  void theGhostsCurvePassesThroughItsCumulativeMass() {
    var pinned = Distribution.of(Logits.owning(new float[] {0, 0, 0, 0}), 1);
    var curve =
        Pictures.onFx(
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
  void theFilmsLineIsAtTheEnginesProbability() {
    var logits = Logits.owning(new float[] {2, 1, 0.5f});
    var temperatures = List.of(0.05, 0.5, 1.0, 2.0, 10.0);
    var film =
        Pictures.onFx(
            () -> {
              var made = new TemperatureFilm();
              made.setStyle("-kelvin-bar: red; -kelvin-surprisal: transparent;");
              made.sweepProperty().set(TemperatureSweep.of(logits, List.of(1), temperatures, 0.9));
              made.pictureProperty().set(Pictures.of(Pictures.at(0.7), logits));
              return made;
            });

    var image = Pictures.snapshot(film);

    for (double temperature : List.of(0.5, 1.0, 2.0)) {
      double p = Distribution.of(logits, temperature).probability(1);
      double[] at = Pictures.onFx(() -> new double[] {film.xOf(temperature), film.yOf(p)});
      assertTrue(Pictures.isRed(image, at[0], at[1]), "τ " + temperature);
    }
  }

  @Test
  void theFilmsLanesSayTheEnginesNumbers() {
    var logits = Pictures.wide(1000);
    var sweep = TemperatureSweep.of(logits, List.of(1), List.of(0.05, 1.0, 10.0), 0.8);
    var picture = Pictures.of(Pictures.at(1.3), logits);
    var scaled = Distribution.of(logits, 1.3);

    var film = Pictures.onFx(() -> new FilmLines(sweep, picture, FilmGeometry.of(700, 300)));
    var numbers = FilmNumbers.of(film, scaled, 0.8);

    assertEquals(List.of(Numbers.percent(scaled.probability(1))), numbers.percents());
    assertEquals(
        List.of(
            Numbers.threeDigits(scaled.entropy() / Math.log(2)) + " bits",
            Numbers.threeDigits(Math.exp(scaled.entropy())),
            Numbers.count(scaled.nucleusSize(0.8))),
        numbers.lanes());
  }

  @Test
  void theNeedlePointsAtUOfWhatIsKept() {
    var logits = Logits.owning(new float[] {1, 1, 0, 0});
    var picture =
        new DistributionPicture(
            TruncatedDistribution.of(logits, Pictures.topK(2)),
            Distribution.of(logits, 1),
            id -> "token " + id,
            OptionalInt.of(2),
            "next",
            OptionalDouble.of(0.6));

    assertEquals(0.6 * Math.E / (Math.E + 1), picture.heightOfDraw(), 1e-12);
  }

  @Test
  void whatGainedGoesRightAndWhatLostGoesLeft() {
    var before = Distribution.of(Logits.owning(new float[] {2, 0, 0}), 1);
    var after = Distribution.of(Logits.owning(new float[] {0, 2, 0}), 1);
    var difference =
        Pictures.onFx(
            () -> {
              var made = new DifferenceBars();
              made.setStyle("-kelvin-bar: red; -kelvin-ghost: blue; -kelvin-outline: transparent;");
              made.pictureProperty()
                  .set(
                      new DifferencePicture(
                          new Ghost(before, "pinned"),
                          after,
                          Divergence.between(before, after),
                          ProbabilityShift.between(before, after, 9),
                          id -> "token " + id));
              return made;
            });

    var image = Pictures.snapshot(difference);

    int[] rows =
        IntStream.range(0, Pictures.HEIGHT)
            .filter(y -> Pictures.redPixels(image, y) > 20)
            .toArray();
    assertTrue(rows.length >= 9, "the gain is one bar, was " + rows.length + " pixels high");
    assertTrue(difference.getAccessibleText().contains("KL(pinned ‖ live) "));
  }

  @Test
  void nothingIsPaintedWhileNothingChanges() {
    var bars =
        Pictures.onFx(
            () -> {
              var made = bars(Pictures.of(Pictures.at(1), 3f, 2f, 1f), "");
              var root = new StackPane(made);
              var scene = new Scene(root, Pictures.WIDTH, Pictures.HEIGHT);
              scene.snapshot(null);
              return made;
            });
    int painted = bars.paints();

    Pictures.onFx(
        () -> {
          for (int i = 0; i < 10; i++) {
            bars.getParent().requestLayout();
            bars.requestLayout();
            bars.getScene().snapshot(null);
          }
          return true;
        });
    assertEquals(painted, bars.paints());

    Pictures.onFx(
        () -> {
          bars.hover(2);
          bars.selectedRankProperty().set(3);
          bars.scaleProperty().set(BarScale.LARGEST);
          return bars.getScene().snapshot(null);
        });
    assertEquals(painted + 1, bars.paints());
  }

  @Test
  void whatIsHiddenIsPaintedWhenItIsSeen() {
    var bars =
        Pictures.onFx(
            () -> {
              var made = bars(Pictures.of(Pictures.at(1), 3f, 2f, 1f), "");
              made.setVisible(false);
              new Scene(new StackPane(made), Pictures.WIDTH, Pictures.HEIGHT).snapshot(null);
              return made;
            });
    assertEquals(0, bars.paints());

    Pictures.onFx(
        () -> {
          bars.setVisible(true);
          return bars.getScene().snapshot(null);
        });
    assertEquals(1, bars.paints());
  }

  @Test
  void aQuarterOfAMillionRowsAreScrolledThrough() {
    var logits = Pictures.wide(262_144);
    var bars = Pictures.onFx(() -> bars(Pictures.of(Pictures.at(1), logits), ""));
    Pictures.snapshot(bars);

    Pictures.onFx(
        () -> {
          bars.select(Integer.MAX_VALUE);
          return bars.getScene().snapshot(null);
        });

    assertEquals(262_144, bars.selectedRankProperty().get());
    assertEquals(262_144 - bars.visibleRowsProperty().get() + 1, bars.firstRankProperty().get());
  }

  @Test
  void threeTokensFillTheTableAndNoMore() {
    var bars = Pictures.onFx(() -> bars(Pictures.of(Pictures.at(1), 3f, 2f, 1f), ""));
    Pictures.snapshot(bars);

    Pictures.onFx(
        () -> {
          bars.scrollTo(3);
          return true;
        });

    assertEquals(1, bars.firstRankProperty().get());
    assertEquals(0, bars.rankAt(bars.rowCentre(4)));
  }

  @Test
  void hoveringOnTheCurveSaysTokenRankAndMass() {
    var curve = Pictures.onFx(CumulativeCurve::new);
    Pictures.onFx(
        () -> {
          curve.pictureProperty().set(Pictures.of(Pictures.at(1), 0f, 0f, 0f, 0f));
          return new Scene(curve, Pictures.WIDTH, Pictures.HEIGHT).snapshot(null);
        });
    double x = CurveGeometry.of(Pictures.WIDTH, Pictures.HEIGHT, 4).x(2.5);

    Pictures.onFx(
        () -> {
          curve.fireEvent(
              new MouseEvent(
                  MouseEvent.MOUSE_MOVED,
                  x,
                  100,
                  x,
                  100,
                  MouseButton.NONE,
                  0,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  true,
                  false,
                  false,
                  null));
          return true;
        });

    assertEquals("token 1  rank 2  Σ 50.0 %", curve.hoverText());
  }

  private static TokenBars bars(DistributionPicture picture, String style) {
    var made = new TokenBars();
    made.setStyle(style);
    made.pictureProperty().set(picture);
    return made;
  }
}
