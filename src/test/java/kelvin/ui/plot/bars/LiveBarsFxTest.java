package kelvin.ui.plot.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import kelvin.display.BarScale;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Ghost;
import kelvin.ui.plot.Pictures;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The bars show the numbers and are repainted only after a change.
class LiveBarsFxTest {

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
    var bars = Fx.get(() -> bars(picture, ONLY_NUCLEUS));

    var image = Pictures.snapshot(bars);

    var columns = BarColumns.of(Pictures.WIDTH, BarColumn.DEFAULT, 4);
    double stop = columns.bar() + picture.distribution().finalProbability(1) * columns.barWidth();
    assertTrue(Pictures.isRed(image, stop, bars.rowCentre(1) - 4), "at " + stop);
  }

  @Test
  void theGhostUnderABarIsAsLongAsThePinnedProbability() {
    var pinned = Distribution.of(Logits.owning(new float[] {0, 3, 1}), 2);
    var bars =
        Fx.get(
            () -> {
              var made = bars(Pictures.of(Pictures.at(1), 3f, 2f, 1f), ONLY_GHOST);
              made.ghostProperty().set(new Ghost(pinned, "pinned"));
              return made;
            });

    var image = Pictures.snapshot(bars);

    double full = BarColumns.of(Pictures.WIDTH, BarColumn.DEFAULT, 3).barWidth();
    for (int rank = 1; rank <= 3; rank++) {
      double expected = pinned.probabilityOfToken(rank - 1) * full;
      int y = (int) bars.rowCentre(rank) + 8;
      assertEquals(expected, Pictures.redPixels(image, y), 1.5, "rank " + rank);
    }
  }

  @Test
  void whatGainedGoesRightAndWhatLostGoesLeft() {
    var before = Distribution.of(Logits.owning(new float[] {2, 0, 0}), 1);
    var after = Distribution.of(Logits.owning(new float[] {0, 2, 0}), 1);
    var difference =
        Fx.get(
            () -> {
              var made = new DifferenceBars();
              made.setStyle("-kelvin-bar: red; -kelvin-ghost: blue; -kelvin-outline: transparent;");
              made.pictureProperty()
                  .set(
                      DifferencePicture.between(
                          new Ghost(before, "pinned"),
                          after,
                          id -> "token " + id,
                          DifferencePicture.Names.PINNED));
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
        Fx.get(
            () -> {
              var made = bars(Pictures.of(Pictures.at(1), 3f, 2f, 1f), "");
              var root = new StackPane(made);
              var scene = new Scene(root, Pictures.WIDTH, Pictures.HEIGHT);
              scene.snapshot(null);
              return made;
            });
    int painted = bars.paints();

    Fx.run(
        () -> {
          for (int i = 0; i < 10; i++) {
            bars.getParent().requestLayout();
            bars.requestLayout();
            bars.getScene().snapshot(null);
          }
        });
    assertEquals(painted, bars.paints());

    Fx.run(
        () -> {
          bars.hover(2);
          bars.selectedRankProperty().set(3);
          bars.scaleProperty().set(BarScale.LARGEST);
          bars.getScene().snapshot(null);
        });
    assertEquals(painted + 1, bars.paints());
  }

  @Test
  void whatIsHiddenIsPaintedWhenItIsSeen() {
    var bars =
        Fx.get(
            () -> {
              var made = bars(Pictures.of(Pictures.at(1), 3f, 2f, 1f), "");
              made.setVisible(false);
              new Scene(new StackPane(made), Pictures.WIDTH, Pictures.HEIGHT).snapshot(null);
              return made;
            });
    assertEquals(0, bars.paints());

    Fx.run(
        () -> {
          bars.setVisible(true);
          bars.getScene().snapshot(null);
        });
    assertEquals(1, bars.paints());
  }

  @Test
  void aQuarterOfAMillionRowsAreScrolledThrough() {
    var logits = Pictures.wide(262_144);
    var bars = Fx.get(() -> bars(Pictures.of(Pictures.at(1), logits), ""));
    Pictures.snapshot(bars);

    Fx.run(
        () -> {
          bars.select(Integer.MAX_VALUE);
          bars.getScene().snapshot(null);
        });

    assertEquals(262_144, bars.selectedRankProperty().get());
    assertEquals(262_144 - bars.visibleRowsProperty().get() + 1, bars.firstRankProperty().get());
  }

  @Test
  void threeTokensFillTheTableAndNoMore() {
    var bars = Fx.get(() -> bars(Pictures.of(Pictures.at(1), 3f, 2f, 1f), ""));
    Pictures.snapshot(bars);

    Fx.run(
        () -> {
          bars.scrollTo(3);
        });

    assertEquals(1, bars.firstRankProperty().get());
    assertEquals(0, bars.rankAt(bars.rowCentre(4)));
  }

  private static TokenBars bars(DistributionPicture picture, String style) {
    var made = new TokenBars();
    made.setStyle(style);
    made.pictureProperty().set(picture);
    return made;
  }
}
