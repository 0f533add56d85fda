package kelvin.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialTest {

  private static final MathContext DIGITS = new MathContext(40);

  @Test
  void hasAnErrorOfHardlyMoreThanHalfAUnit() {
    double worst =
        Math.max(
            inputs(7, 2_000, 2).map(ExponentialTest::errorInUlp).max().orElseThrow(),
            inputs(8, 2_000, 700).map(ExponentialTest::errorInUlp).max().orElseThrow());

    assertTrue(worst < 0.51, () -> worst + " units in the last place");
  }

  @Test
  void differsFromTheLibraryByAtMostOneUnit() {
    inputs(9, 200_000, 707.9)
        .forEach(
            x -> assertEquals(StrictMath.exp(x), Exponential.of(x), Math.ulp(StrictMath.exp(x))));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        -0.0,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        Double.NaN,
        -708,
        -745,
        -746,
        708,
        709.5,
        710,
        -Double.MAX_VALUE,
        Double.MIN_VALUE
      })
  void isExactAtTheLimits(double x) {
    assertEquals(StrictMath.exp(x), Exponential.of(x));
  }

  /// Compares a digest of many results; a machine with different bits fails here.
  @Test
  void hasTheSameBitsEverywhere() {
    long digest =
        inputs(10, 10_000, 60)
            .mapToLong(x -> Double.doubleToRawLongBits(Exponential.of(x)))
            .reduce(17, (sum, bits) -> 31 * sum + bits);

    assertEquals(7_931_600_024_434_585_565L, digest);
  }

  private static DoubleStream inputs(long seed, int count, double max) {
    return new Random(seed).doubles(count, -max, max);
  }

  private static double errorInUlp(double x) {
    double ours = Exponential.of(x);
    return exact(x)
        .subtract(new BigDecimal(ours))
        .abs()
        .divide(new BigDecimal(Math.ulp(ours)), DIGITS)
        .doubleValue();
  }

  /// The series of exp(x / 1024), squared ten times.
  private static BigDecimal exact(double x) {
    var small = new BigDecimal(x).divide(new BigDecimal(1024), DIGITS);
    var term = BigDecimal.ONE;
    var sum = term;
    for (int i = 1; i < 40; i++) {
      term = term.multiply(small, DIGITS).divide(new BigDecimal(i), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int i = 0; i < 10; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }
}
