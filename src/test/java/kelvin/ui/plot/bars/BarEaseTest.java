package kelvin.ui.plot.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BarEaseTest {

  private final BarEase ease = new BarEase();

  @Test
  void aBarGoesFromWhereItWasToWhereItIsAndNeverBeyond() {
    ease.begin(1);
    ease.set(0, 0.8, 0.2);

    assertEquals(0.8, ease.at(0));
    double before = 0.8;
    for (long nanos = 1_000_000; nanos <= BarEase.NANOS; nanos += 1_000_000) {
      ease.elapsed(nanos);
      double now = ease.at(0);
      assertTrue(now <= before && now >= 0.2, "after " + nanos + " ns at " + now);
      before = now;
    }
    assertEquals(0.2, ease.at(0));
  }

  @Test
  void itIsThereAfterATenthOfASecondAndAFifthMore() {
    ease.begin(1);
    ease.set(0, 0, 1);

    assertFalse(ease.isSettled());
    ease.elapsed(120_000_000);

    assertTrue(ease.isSettled());
    assertEquals(1, ease.at(0));
  }

  @Test
  void barsThatDoNotMoveAreSettledAtOnce() {
    ease.begin(2);
    ease.set(0, 0.3, 0.3);
    ease.set(1, 0.1, 0.1);

    assertTrue(ease.isSettled());
    assertEquals(0.3, ease.at(0));
  }
}
