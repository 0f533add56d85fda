package kelvin.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import kelvin.display.InformationUnit;
import kelvin.display.Theme;
import kelvin.ui.plot.StepSeries.Point;
import kelvin.ui.theme.ThemeStyle;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// A step whose neighbours have no number would be missing from the timeline.
class StepSeriesFxTest {

  private static final int WIDTH = 400;
  private static final int HEIGHT = 80;
  private static final Point NOTHING = new Point(Double.NaN, Double.NaN, Double.NaN);
  private static final Point ENTROPY = new Point(Double.NaN, 3, Double.NaN);

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static Image picture(List<Point> points) {
    return Fx.get(
        () -> {
          var series = new StepSeries();
          var scene = new Scene(series, WIDTH, HEIGHT);
          ThemeStyle.apply(Theme.LIGHT, scene);
          series.pointsProperty().set(points);
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          return scene.snapshot(null);
        });
  }

  /// The place of a step from left to right, while there is room for all.
  private static int place(int step) {
    return 40 + 24 * step;
  }

  /// The pixels near a step in which two pictures differ.
  private static int changed(Image one, Image other, int step) {
    int differences = 0;
    int centre = place(step);
    for (int x = centre - 5; x <= centre + 5; x++) {
      for (int y = 0; y < HEIGHT; y++) {
        if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
          differences++;
        }
      }
    }
    return differences;
  }

  @Test
  void aPointBetweenGapsIsADot() {
    var empty = picture(List.of(NOTHING, NOTHING, NOTHING, NOTHING));
    var alone = picture(List.of(NOTHING, NOTHING, ENTROPY, NOTHING));

    assertTrue(changed(empty, alone, 2) >= 9);
    assertEquals(0, changed(empty, alone, 1));
  }

  @Test
  void theUnitOfTheWindowIsSaid() {
    var pen = new TextPen();
    var series = Fx.get(StepSeries::new);
    Fx.run(
        () -> {
          series.resize(WIDTH, HEIGHT);
          series.pointsProperty().set(List.of(new Point(3, 3, 2)));
          series.unitProperty().set(InformationUnit.NATS);
          series.paintWith(pen);
        });

    var texts = pen.texts().stream().map(TextPen.Written::text).toList();
    assertTrue(texts.containsAll(List.of("entropy, nats", "ln kept", "3")), texts::toString);
  }

  @Test
  void thePointsAtBothEndsAreDotsToo() {
    var empty = picture(List.of(NOTHING, NOTHING, NOTHING));
    var ends = picture(List.of(ENTROPY, NOTHING, ENTROPY));

    assertTrue(changed(empty, ends, 0) >= 9);
    assertTrue(changed(empty, ends, 2) >= 9);
  }

  @Test
  void theLinesOfALongTextStayWhileItGrows() {
    var series = Fx.get(StepSeries::new);
    var scene = Fx.get(() -> new Scene(series, WIDTH, HEIGHT));
    Fx.run(() -> ThemeStyle.apply(Theme.LIGHT, scene));
    show(scene, series, 600);
    int before = series.groundPaints();

    for (int count = 601; count <= 700; count++) {
      show(scene, series, count);
    }

    assertTrue(series.groundPaints() - before <= 3, () -> series.groundPaints() + " paints");
    assertEquals(
        0, differences(Fx.get(() -> scene.snapshot(null)), picture(wave(700))), "a seam is seen");
  }

  /// Sorting the crossings of one path through a thousand points would hold a frame up.
  @Test
  void theLinesOfALongTextAreShortPathsThatMeet() {
    var pen = new PathPen();
    Fx.run(
        () -> {
          var series = StepSeries.acrossTheWidth();
          series.resize(2200, HEIGHT);
          series.pointsProperty().set(wave(900));
          series.paintWith(pen);
        });

    // On the layer that stays, each of the three measures has 896 points in seven paths.
    var sizes = pen.paths.stream().map(List::size).toList();
    for (int first = 0; first < 21; first += 7) {
      assertEquals(List.of(129, 129, 129, 129, 129, 129, 128), sizes.subList(first, first + 7));
      for (int i = first + 1; i < first + 7; i++) {
        assertEquals(pen.paths.get(i - 1).getLast(), pen.paths.get(i).getFirst());
      }
    }
    assertEquals(List.of(5, 5, 5), sizes.subList(21, sizes.size()));
  }

  /// Notes the points of the paths that are stroked.
  private static final class PathPen extends FakePen {

    private final List<List<Point2D>> paths = new ArrayList<>();

    @Override
    public void beginPath() {
      paths.add(new ArrayList<>());
    }

    @Override
    public void moveTo(double x, double y) {
      paths.getLast().add(new Point2D(x, y));
    }

    @Override
    public void lineTo(double x, double y) {
      paths.getLast().add(new Point2D(x, y));
    }
  }

  private static void show(Scene scene, StepSeries series, int count) {
    Fx.run(
        () -> {
          series.pointsProperty().set(wave(count));
          scene.getRoot().applyCss();
          scene.getRoot().layout();
        });
  }

  private static List<Point> wave(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Point(4 + 4 * Math.sin(i / 9.0), 3 + 2 * Math.cos(i / 7.0), i % 5))
        .toList();
  }

  private static long differences(Image one, Image other) {
    return IntStream.range(0, WIDTH * HEIGHT)
        .filter(
            i ->
                one.getPixelReader().getArgb(i % WIDTH, i / WIDTH)
                    != other.getPixelReader().getArgb(i % WIDTH, i / WIDTH))
        .count();
  }
}
