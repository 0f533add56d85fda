package kelvin.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/// A user can read every label of every plot: none lies over another or leaves the plot. If these
/// fail, numbers become unreadable just where they are close together, which is where they matter.
class LabelsNeverCollideFxTest {

  private static final int STATES = 500;

  /// Text that is this much outside is not cut off: letters are narrower than their boxes.
  private static final double EDGE = 0.6;

  /// Two numbers must be this far apart: a little less than the width of a digit.
  private static final double GAP = 6;

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource(RandomPlots.Kind.class)
  void noLabelMeetsAnotherOrLeavesThePlot(RandomPlots.Kind kind) {
    var wrong = Fx.get(() -> collisions(kind));

    assertEquals(List.of(), wrong.stream().limit(12).toList(), wrong.size() + " collisions");
  }

  private static List<String> collisions(RandomPlots.Kind kind) {
    var wrong = new ArrayList<String>();
    int written = 0;
    for (int seed = 0; seed < STATES; seed++) {
      var plot = new RandomPlots(seed).next(kind);
      var pen = new TextPen();
      plot.paintWith(pen);
      written += pen.texts().size();
      var state =
          String.format(Locale.ROOT, "%d (%.0f×%.0f)", seed, plot.getWidth(), plot.getHeight());
      wrong.addAll(collisions(state, plot, pen.texts()));
    }
    assertTrue(written > 2 * STATES, "only " + written + " texts");
    return wrong;
  }

  private static List<String> collisions(
      String state, PlotRegion plot, List<TextPen.Written> texts) {
    var wrong = new ArrayList<String>();
    for (int i = 0; i < texts.size(); i++) {
      var text = texts.get(i);
      if (text.left() < -EDGE
          || text.top() < -EDGE
          || text.right() > plot.getWidth() + EDGE
          || text.bottom() > plot.getHeight() + EDGE) {
        wrong.add(state + " outside: " + text);
      }
      for (int j = 0; j < i; j++) {
        if (text.meets(texts.get(j))) {
          wrong.add(state + ": " + texts.get(j) + " under " + text);
        }
      }
    }
    return wrong;
  }

  /// Without a gap, two probabilities side by side are read as one number.
  @Test
  void theNumbersOfADifferenceStandApart() {
    var close = Fx.get(LabelsNeverCollideFxTest::closeNumbers);

    assertEquals(List.of(), close.stream().limit(12).toList(), close.size() + " too close");
  }

  /// The pairs of numbers in one row of a difference with less than a gap between them.
  private static List<String> closeNumbers() {
    var close = new ArrayList<String>();
    for (int seed = 0; seed < STATES; seed++) {
      var pen = new TextPen();
      new RandomPlots(seed).next(RandomPlots.Kind.DIFFERENCE).paintWith(pen);
      var texts = pen.texts().stream().filter(TextPen.Written::isNumber).toList();
      for (int i = 0; i < texts.size(); i++) {
        for (int j = 0; j < i; j++) {
          if (texts.get(i).isBeside(texts.get(j), GAP)) {
            close.add(seed + ": " + texts.get(j) + " at " + texts.get(i));
          }
        }
      }
    }
    return close;
  }

  @ParameterizedTest
  @EnumSource(
      value = RandomPlots.Kind.class,
      names = {"CURVE", "FILM"})
  void noLineRunsThroughALabelWhereThereIsRoom(RandomPlots.Kind kind) {
    var struck = Fx.get(() -> struck(kind));

    assertEquals(List.of(), struck.stream().limit(12).toList(), struck.size() + " struck");
  }

  /// The texts with a straight line through them, in plots with room to avoid it.
  private static List<String> struck(RandomPlots.Kind kind) {
    var struck = new ArrayList<String>();
    for (int seed = 0; seed < STATES; seed++) {
      var plot = new RandomPlots(seed).next(kind);
      if (plot.getWidth() < 480 || plot.getHeight() < 200) {
        continue;
      }
      var pen = new TextPen();
      plot.paintWith(pen);
      for (var text : pen.texts()) {
        if (pen.lines().stream().anyMatch(text::isStruck)) {
          struck.add(seed + ": " + text);
        }
      }
    }
    return struck;
  }
}
