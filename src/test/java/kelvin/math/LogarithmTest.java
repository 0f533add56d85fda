package kelvin.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogarithmTest {

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-100, 1e-12, 1e-3, 0.4, 0.999, 1, 1.001, 3, 1e6, 1e300})
  void agreesWithTheLibraryToTheLastPlace(double scale) {
    new Random(5)
        .doubles(20_000, 0.5 * scale, 2 * scale)
        .forEach(
            x -> {
              double expected = StrictMath.log(x);
              assertEquals(
                  expected,
                  Logarithm.of(x),
                  0x1p-52 * Math.max(1, Math.abs(expected)),
                  () -> "of " + x);
            });
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, 1e-310, 1})
  void agreesWithTheLibraryAtTheLimits(double x) {
    assertEquals(StrictMath.log(x), Logarithm.of(x), 0x1p-53);
  }

  /// Compares a digest of many results; a machine with different bits fails here.
  @Test
  void hasTheSameBitsEverywhere() {
    long digest =
        new Random(6)
            .doubles(10_000, 0, 1)
            .mapToLong(x -> Double.doubleToRawLongBits(Logarithm.of(x)))
            .reduce(17, (sum, bits) -> 31 * sum + bits);

    assertEquals(1_382_022_083_740_589_695L, digest);
  }
}
