package kelvin.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChiSquareTest {

  /// Critical values from printed tables.
  @ParameterizedTest
  @CsvSource({
    "3.841459, 1, 0.05",
    "10.827566, 1, 0.001",
    "5.991465, 2, 0.05",
    "16.918978, 9, 0.05",
    "27.877165, 9, 0.001",
    "124.342113, 100, 0.05",
    "149.449253, 100, 0.001"
  })
  void agreesWithTables(double x, int degrees, double probability) {
    assertEquals(probability, ChiSquare.survival(x, degrees), 1e-6 * probability);
  }

  @Test
  void twoDegreesAreAnExponential() {
    for (double x = 0; x < 60; x += 0.37) {
      assertEquals(Math.exp(-x / 2), ChiSquare.survival(x, 2), 1e-12 * Math.exp(-x / 2) + 1e-16);
    }
  }

  @Test
  void seriesAndFractionMeet() {
    for (int degrees = 1; degrees < 400; degrees += 7) {
      double meeting = degrees + 2;
      assertEquals(
          ChiSquare.survival(meeting - 1e-9, degrees),
          ChiSquare.survival(meeting + 1e-9, degrees),
          1e-9);
    }
  }

  @Test
  void gammaOfWholeNumbersIsTheFactorial() {
    double logFactorial = 0;
    for (int n = 1; n < 50; n++) {
      assertEquals(logFactorial, ChiSquare.logGamma(n), 1e-12 * Math.max(1, logFactorial));
      logFactorial += Math.log(n);
    }
    assertEquals(Math.log(Math.sqrt(Math.PI)), ChiSquare.logGamma(0.5), 1e-12);
  }

  @Test
  void theEndsAreCertain() {
    assertEquals(1, ChiSquare.survival(0, 5));
    assertEquals(0, ChiSquare.survival(Double.POSITIVE_INFINITY, 5));
    assertThrows(IllegalArgumentException.class, () -> ChiSquare.survival(1, 0));
    assertThrows(IllegalArgumentException.class, () -> ChiSquare.survival(Double.NaN, 1));
  }
}
