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

  private static final float OUT = Float.NEGATIVE_INFINITY;

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 1, 3, 1e9})
  void sumsAgreeWithExactSumsOfTheSameWeights(double temperature) {
    var sorted = descendingGaussians(5003);
    var suffix = new double[sorted.length + 1];

    var sums = SoftmaxSums.suffix(sorted, sorted.length, temperature, suffix);

    var exact = BigDecimal.ZERO;
    for (int i = sorted.length - 1; i >= 0; i--) {
      double weight = StrictMath.exp(((double) sorted[i] - sorted[0]) / temperature);
      exact = exact.add(new BigDecimal(weight));
      assertEquals(exact.doubleValue(), suffix[i], 1e-12 * suffix[i], "at " + i);
    }
    assertEquals(suffix[0], sums.total());
  }

  @Test
  void tailsKeepTheirBitsHoweverSmall() {
    float[] sorted = {0, -300, -301};
    var suffix = new double[4];

    SoftmaxSums.suffix(sorted, 3, 1, suffix);

    assertEquals(StrictMath.exp(-300) + StrictMath.exp(-301), suffix[1]);
    assertEquals(StrictMath.exp(-301), suffix[2]);
    assertEquals(0, suffix[3]);
  }

  @Test
  void entriesThatAreNotFiniteWeighNothing() {
    var suffix = new double[5];

    var sums = SoftmaxSums.suffix(new float[] {1, 1, OUT, OUT}, 2, 1, suffix);

    assertEquals(2, sums.total());
    assertEquals(0, suffix[2]);
    assertEquals(StrictMath.log(2), sums.entropy(), 1e-15);
  }

  @Test
  void entropyOfEqualEntriesIsTheLogarithmOfTheirNumber() {
    var sums = SoftmaxSums.suffix(new float[1000], 1000, 0.7, new double[1001]);

    assertEquals(StrictMath.log(1000), sums.entropy(), 1e-14);
  }

  @Test
  void entropyOfACertaintyIsZeroAndNeverNegative() {
    var sums = SoftmaxSums.suffix(new float[] {5}, 1, 1, new double[2]);

    assertEquals(0.0, sums.entropy());
  }

  @Test
  void anInfiniteTemperatureWeighsAllFiniteEntriesTheSame() {
    var suffix = new double[4];

    var sums = SoftmaxSums.suffix(new float[] {9, -9, OUT}, 2, Double.POSITIVE_INFINITY, suffix);

    assertEquals(2, sums.total());
    assertEquals(StrictMath.log(2), sums.entropy(), 1e-15);
  }

  @Test
  void theSmallestTemperatureDoesNotOverflow() {
    var sums =
        SoftmaxSums.suffix(
            new float[] {Float.MAX_VALUE, 0, -Float.MAX_VALUE}, 3, Double.MIN_VALUE, new double[4]);

    assertEquals(1, sums.total());
    assertEquals(0, sums.entropy());
  }

  @Test
  void theWeightsDroppedAsUnderflowAreExactlyZero() {
    float[] sorted = {0, -745.1f, -745.13f, -745.14f, -745.3f, -800};
    var suffix = new double[7];

    var sums = SoftmaxSums.suffix(sorted, 6, 1, suffix);

    double plain = 0;
    for (int i = sorted.length - 1; i >= 0; i--) {
      plain += StrictMath.exp(sorted[i]);
      assertEquals(plain, suffix[i], "at " + i);
    }
    assertTrue(Double.isFinite(sums.weightedLog()));
  }

  @Test
  void refusesAnArrayForTheSumsThatDoesNotFit() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SoftmaxSums.suffix(new float[3], 3, 1, new double[3]));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void refusesATemperatureThatIsNotPositive(double temperature) {
    assertThrows(
        IllegalArgumentException.class,
        () -> SoftmaxSums.suffix(new float[3], 3, temperature, new double[4]));
  }

  @Test
  void countsTheEntriesThatReachAThreshold() {
    float[] sorted = {3, 2, 2, 1, OUT};

    assertEquals(0, SoftmaxSums.countAtLeast(sorted, 5, 3.5));
    assertEquals(3, SoftmaxSums.countAtLeast(sorted, 5, 2));
    assertEquals(2, SoftmaxSums.countAtLeast(sorted, 2, 2));
    assertEquals(4, SoftmaxSums.countAtLeast(sorted, 5, -1e300));
    assertEquals(5, SoftmaxSums.countAtLeast(sorted, 5, Double.NEGATIVE_INFINITY));
  }

  @Test
  void logarithmsOfExactSumsAgreeToo() {
    var sorted = descendingGaussians(999);

    var sums = SoftmaxSums.suffix(sorted, sorted.length, 1, new double[sorted.length + 1]);

    var total = BigDecimal.ZERO;
    var weighted = BigDecimal.ZERO;
    for (float logit : sorted) {
      double x = (double) logit - sorted[0];
      var weight = new BigDecimal(StrictMath.exp(x));
      total = total.add(weight);
      weighted = weighted.add(weight.multiply(new BigDecimal(x)));
    }
    double ratio = weighted.divide(total, MathContext.DECIMAL64).doubleValue();
    assertEquals(StrictMath.log(total.doubleValue()) - ratio, sums.entropy(), 1e-12);
  }

  private static float[] descendingGaussians(int size) {
    var random = new Random(size);
    var values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (4 * random.nextGaussian());
    }
    var order = RankOrder.descending(values);
    var sorted = new float[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = values[order[i]];
    }
    return sorted;
  }
}
