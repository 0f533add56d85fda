package kelvin.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, a probability reads differently in one place than in another, or a tiny one can
/// be taken for a number that is no percentage.
class PercentTest {

  @ParameterizedTest
  @CsvSource({
    "0.1536, 15.36",
    "1, 100.00",
    "0.0087, 0.870",
    "0.00017, 0.017",
    "0.0000021, 0.00021",
    "0.00000099, 0.000099",
    "0.00000013, 0.000013",
    "6.8e-9, 6.8×10⁻⁷",
    "2.14e-14, 2×10⁻¹²",
    "0, 0",
  })
  void aProbabilityHasTwoDecimalsAndMoreWhereTheyWouldBeZero(double probability, String percent) {
    assertEquals(percent, Percent.of(probability));
  }

  /// The share of a label is no number where the model gives no label any probability.
  @Test
  void noNumberIsADash() {
    assertEquals("–", Percent.of(Double.NaN));
  }
}
