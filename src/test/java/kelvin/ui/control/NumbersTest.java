package kelvin.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0.1536, 15.36",
    "1, 100.00",
    "0.0087, 0.870",
    "0.00017, 0.017",
    "0.0000021, 2.1e-04",
    "0, 0",
  })
  void aProbabilityHasTwoDecimalsUnlessTheyWouldBeZero(double probability, String percent) {
    assertEquals(percent, Numbers.percent(probability));
  }

  @Test
  void aMassIsNeverRoundedUpToAll() {
    assertEquals(">99.9", Numbers.cumulativePercent(0.99999));
    assertEquals("100.0", Numbers.cumulativePercent(1));
    assertEquals("90.1", Numbers.cumulativePercent(0.9012));
  }

  @Test
  void aProbabilityOfASweepNeverLooksLikeZeroOrOne() {
    assertEquals("0.137", Numbers.probability(0.1372));
    assertEquals("2.1e-07", Numbers.probability(2.1e-7));
    assertEquals("0.99998", Numbers.probability(0.999983));
    assertEquals("0.000", Numbers.probability(0));
    assertEquals("1.000", Numbers.probability(1));
    assertEquals("–", Numbers.probability(Double.NaN));
  }

  @Test
  void aNumberThatRoundsToZeroHasNoSign() {
    assertEquals("0.000", Numbers.threeDigits(-0.0));
    assertEquals("0.000", Numbers.threeDigits(-0.0001));
    assertEquals("0.00", Numbers.twoDecimals(-0.004));
    assertEquals("−0.01", Numbers.twoDecimals(-0.006));
  }

  @ParameterizedTest
  @CsvSource({"3.448, 3.45", "40.27, 40.3", "0.0213, 0.021", "-38.2, −38.2", "NaN, –"})
  void measuresHaveThreeDigitsAndATrueMinus(double value, String text) {
    assertEquals(text, Numbers.threeDigits(value));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "0.8, 0.8", "1e-9, 0.000000001", "1e9, 1000000000"})
  void settingsAreWrittenAsTheyAreTyped(double value, String text) {
    assertEquals(text, Numbers.plain(value));
  }
}
