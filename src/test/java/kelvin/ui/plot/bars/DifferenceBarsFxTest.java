package kelvin.ui.plot.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.ui.plot.FakePen;
import kelvin.ui.plot.Ghost;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// A difference that is nothing is drawn as nothing and says so. If these fail, the noise of a
/// millionth fills the plot like a great change.
class DifferenceBarsFxTest {

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  /// Notes the longest bar.
  private static final class BarPen extends FakePen {

    private double longest;

    @Override
    public void fillRoundRect(double x, double y, double width, double height, double diameter) {
      longest = Math.max(longest, width);
    }
  }

  @Test
  void aMillionthIsNoDifference() {
    var pen = painted(2.000001f);

    assertEquals(0, pen.longest);
  }

  @Test
  void aRealChangeFillsItsSide() {
    var pen = painted(3f);

    assertTrue(pen.longest > 100, "only " + pen.longest);
  }

  private static BarPen painted(float logit) {
    var before = Distribution.of(Logits.owning(new float[] {2, 1, 0}), 1);
    var after = Distribution.of(Logits.owning(new float[] {logit, 1, 0}), 1);
    return Fx.get(
        () -> {
          var bars = new DifferenceBars();
          bars.pictureProperty()
              .set(
                  DifferencePicture.between(
                      new Ghost(before, "pinned"),
                      after,
                      id -> "token " + id,
                      DifferencePicture.Names.PINNED));
          bars.resize(700, 200);
          var pen = new BarPen();
          bars.paintWith(pen);
          boolean isNothing = bars.getAccessibleText().startsWith("No difference");
          assertEquals(logit != 3f, isNothing, bars.getAccessibleText());
          return pen;
        });
  }
}
