package kelvin.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxSumsTest {

  private static final double OUT = Double.NEGATIVE_INFINITY;

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 1, 3, 1e9})
  void sumsAgreeWithExactSumsOfTheSameWeights(double temperature) {
    var sorted = descendingGaussians(5003);
    var suffix = new double[sorted.length + 1];

    var sums = suffix(sorted, sorted.length, temperature, suffix);

    var exact = BigDecimal.ZERO;
    for (int i = sorted.length - 1; i >= 0; i--) {
      double weight = StrictMath.exp((sorted[i] - sorted[0]) / temperature);
      exact = exact.add(new BigDecimal(weight));
      assertEquals(exact.doubleValue(), suffix[i], 1e-12 * suffix[i], "at " + i);
    }
    assertEquals(suffix[0], sums.total());
  }

  @Test
  void tinyTailsKeepTheirBits() {
    double[] sorted = {0, -300, -301};
    var suffix = new double[4];

    suffix(sorted, 3, 1, suffix);

    assertEquals(Exponential.of(-300) + Exponential.of(-301), suffix[1]);
    assertEquals(Exponential.of(-301), suffix[2]);
    assertEquals(0, suffix[3]);
  }

  @Test
  void infiniteEntriesHaveNoWeight() {
    var suffix = new double[5];

    var sums = suffix(new double[] {1, 1, OUT, OUT}, 2, 1, suffix);

    assertEquals(2, sums.total());
    assertEquals(0, suffix[2]);
    assertEquals(StrictMath.log(2), sums.entropy(), 1e-15);
  }

  @Test
  void entropyOfEqualEntriesIsTheLogarithmOfTheirNumber() {
    var sums = suffix(new double[1000], 1000, 0.7, new double[1001]);

    assertEquals(StrictMath.log(1000), sums.entropy(), 1e-14);
  }

  @Test
  void entropyOfACertaintyIsZeroAndNeverNegative() {
    var sums = suffix(new double[] {5}, 1, 1, new double[2]);

    assertEquals(0.0, sums.entropy());
  }

  @Test
  void anInfiniteTemperatureWeighsAllFiniteEntriesTheSame() {
    var suffix = new double[4];

    var sums = suffix(new double[] {9, -9, OUT}, 2, Double.POSITIVE_INFINITY, suffix);

    assertEquals(2, sums.total());
    assertEquals(StrictMath.log(2), sums.entropy(), 1e-15);
  }

  @Test
  void theSmallestTemperatureDoesNotOverflow() {
    var sums =
        suffix(
            new double[] {Double.MAX_VALUE, 0, -Double.MAX_VALUE},
            3,
            Double.MIN_VALUE,
            new double[4]);

    assertEquals(1, sums.total());
    assertEquals(0, sums.entropy());
  }

  @Test
  void theWeightsDroppedAsUnderflowAreExactlyZero() {
    double[] sorted = {0, -745.1, -745.13, -745.14, -745.3, -800};
    var suffix = new double[7];

    var sums = suffix(sorted, 6, 1, suffix);

    double plain = 0;
    for (int i = sorted.length - 1; i >= 0; i--) {
      plain += StrictMath.exp(sorted[i]);
      assertEquals(plain, suffix[i], "at " + i);
    }
    assertTrue(Double.isFinite(sums.weightedLog()));
  }

  @Test
  void refusesAnArrayOfTheWrongLength() {
    assertThrows(IllegalArgumentException.class, () -> suffix(new double[3], 3, 1, new double[3]));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void refusesATemperatureThatIsNotPositive(double temperature) {
    assertThrows(
        IllegalArgumentException.class, () -> suffix(new double[3], 3, temperature, new double[4]));
  }

  @Test
  void countsTheEntriesThatReachAThreshold() {
    double[] sorted = {3, 2, 2, 1, OUT};

    assertEquals(0, SoftmaxSums.countAtLeast(sorted, 0, 5, 3.5));
    assertEquals(3, SoftmaxSums.countAtLeast(sorted, 0, 5, 2));
    assertEquals(2, SoftmaxSums.countAtLeast(sorted, 0, 2, 2));
    assertEquals(4, SoftmaxSums.countAtLeast(sorted, 0, 5, -1e300));
    assertEquals(5, SoftmaxSums.countAtLeast(sorted, 0, 5, Double.NEGATIVE_INFINITY));
  }

  @Test
  void logarithmsOfExactSumsAgreeToo() {
    var sorted = descendingGaussians(999);

    var sums = suffix(sorted, sorted.length, 1, new double[sorted.length + 1]);

    var total = BigDecimal.ZERO;
    var weighted = BigDecimal.ZERO;
    for (double logit : sorted) {
      double x = logit - sorted[0];
      var weight = new BigDecimal(StrictMath.exp(x));
      total = total.add(weight);
      weighted = weighted.add(weight.multiply(new BigDecimal(x)));
    }
    double ratio = weighted.divide(total, MathContext.DECIMAL64).doubleValue();
    assertEquals(StrictMath.log(total.doubleValue()) - ratio, sums.entropy(), 1e-12);
  }

  private static double[] descendingGaussians(int size) {
    var random = new Random(size);
    var values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (4 * random.nextGaussian());
    }
    var order = RankOrder.descending(values);
    var sorted = new double[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = values[order[i]];
    }
    return sorted;
  }

  /// The sums of all finite entries.
  private static SoftmaxSums suffix(
      double[] sorted, int finite, double temperature, double[] mass) {
    var used = new double[mass.length - (sorted.length - finite)];
    var sums = SoftmaxSums.suffix(sorted, 0, finite, temperature, used);
    System.arraycopy(used, 0, mass, 0, used.length);
    return sums;
  }
}
