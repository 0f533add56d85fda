package kelvin.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitMix64Test {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x123456789ABCDEFL})
  void givesTheNumbersOfSplittableRandom(long seed) {
    var reference = new SplittableRandom(seed);

    for (int step = 0; step < 1000; step++) {
      assertEquals((reference.nextLong() >>> 11) * 0x1.0p-53, SplitMix64.uniform(seed, step));
    }
  }

  @Test
  void theNumberOfAStepDoesNotDependOnTheOrderOfCalls() {
    double first = SplitMix64.uniform(7, 37);

    SplitMix64.uniform(7, 3);

    assertEquals(first, SplitMix64.uniform(7, 37));
  }

  @Test
  void staysBelowOneAndFillsTheInterval() {
    double sum = 0;
    for (int step = 0; step < 100_000; step++) {
      double u = SplitMix64.uniform(42, step);
      assertTrue(u >= 0 && u < 1);
      sum += u;
    }

    assertEquals(0.5, sum / 100_000, 0.005);
  }
}
