package kelvin.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import kelvin.display.InformationUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @Test
  void informationIsInTheChosenUnitAndSaysIt() {
    double twoBits = 2 * Math.log(2);
    assertEquals("2.00 bits", Numbers.information(twoBits, InformationUnit.BITS));
    assertEquals("1.39 nats", Numbers.information(twoBits, InformationUnit.NATS));
    assertEquals("0 bits", Numbers.information(0, InformationUnit.BITS));
  }

  @Test
  void oneTokenIsNotSeveral() {
    assertEquals("1 token", Numbers.tokens(1));
    assertEquals("4,096 tokens", Numbers.tokens(4096));
    assertEquals("0 tokens", Numbers.tokens(0));
  }

  @Test
  void aMassIsNeverRoundedUpToAll() {
    assertEquals(">99.9", Numbers.cumulativePercent(0.99999));
    assertEquals("100.0", Numbers.cumulativePercent(1));
    assertEquals("90.1", Numbers.cumulativePercent(0.9012));
  }

  @ParameterizedTest
  @CsvSource({
    "3.448, 3.45",
    "40.27, 40.3",
    "0.0213, 0.021",
    "-38.2, −38.2",
    "0, 0",
    "-0.0, 0",
    "NaN, –"
  })
  void measuresHaveThreeDigitsAndATrueMinus(double value, String text) {
    assertEquals(text, Numbers.threeDigits(value));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "0.8, 0.8", "1e-9, 0.000000001", "1e9, 1000000000"})
  void settingsAreWrittenAsTheyAreTyped(double value, String text) {
    assertEquals(text, Numbers.plain(value));
  }
}
