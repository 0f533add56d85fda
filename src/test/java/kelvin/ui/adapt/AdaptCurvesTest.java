package kelvin.ui.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kelvin.experiment.adapt.AdaptMethod;
import kelvin.experiment.adapt.AdaptPoint;
import kelvin.experiment.adapt.Adaptation;
import kelvin.experiment.measure.Proportion;
import org.junit.jupiter.api.Test;

/// If these fail, the curves of a comparison show other numbers than its table.
class AdaptCurvesTest {

  private static AdaptPoint point(AdaptMethod method, int examples, long seed, int right) {
    return new AdaptPoint(
        method,
        examples,
        seed,
        new Proportion(right, 10),
        3.5 - right / 10.0,
        0.5,
        new AdaptPoint.Costs(0, 0.1, 100),
        new AdaptPoint.Made(List.of(), "{x}", 0, 0));
  }

  private final AdaptCurves curves =
      new AdaptCurves(
          new Adaptation(
              new Adaptation.Facts("m", "d", "t", 10, 42, 2, "lowrank", 5, false, 1),
              List.of(
                  point(AdaptMethod.ZERO_SHOT, 0, 42, 5),
                  point(AdaptMethod.HEAD, 2, 42, 4),
                  point(AdaptMethod.HEAD, 2, 43, 6),
                  point(AdaptMethod.HEAD, 8, 42, 9)),
              List.of()));

  @Test
  void zeroShotIsLevelAndAMissingNumberIsAGap() {
    var lines = curves.accuracy().lines();

    assertEquals(List.of("zero-shot", "head"), lines.stream().map(line -> line.name()).toList());
    assertEquals(
        List.of(0.5, 0.5, 0.5), lines.get(0).points().stream().map(each -> each.mean()).toList());
    var head = lines.get(1).points();
    assertTrue(Double.isNaN(head.get(0).mean()));
    assertEquals(0.5, head.get(1).mean(), 1e-15);
    assertEquals(0.4, head.get(1).low());
    assertEquals(0.6, head.get(1).high());
    assertEquals(0.9, head.get(2).mean());
  }

  @Test
  void lossesMayBeGreaterThanOne() {
    var loss = curves.logLoss();

    assertTrue(loss.style().isOpen());
    assertEquals(3.0, loss.lines().get(0).points().getFirst().mean());
  }
}
