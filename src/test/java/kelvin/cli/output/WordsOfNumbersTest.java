package kelvin.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// If these fail, the command line prints a zero with a minus, as if it had lost something, or a
/// rare token as if it were impossible: `-0.00`, `0.00 %`.
class WordsOfNumbersTest {

  @Test
  void aNumberThatRoundsToZeroHasNoSign() {
    assertEquals("0.00", Words.decimal(-0.0));
    assertEquals("0.00", Words.decimal(-1e-9));
    assertEquals("0.00", Words.decimal(-0.0049));
    assertEquals("0.00", Words.bits(-0.0));
    assertEquals("0.00", Words.bits(-1e-12));
    assertEquals("0 %", Words.percent(-1e-17));
    assertEquals("0.000", Words.change(-0.0004));
    assertEquals("0.000", Words.change(0.0004));
  }

  @Test
  void everyOtherNumberKeepsItsSign() {
    assertEquals("-0.01", Words.decimal(-0.01));
    assertEquals("-0.01", Words.decimal(-0.0051));
    assertEquals("-10.00", Words.decimal(-10));
    assertEquals("1.00", Words.bits(Math.log(2)));
    assertEquals("+0.100", Words.change(0.1));
    assertEquals("-0.001", Words.change(-0.0006));
    assertEquals("-Infinity", Words.decimal(Double.NEGATIVE_INFINITY));
  }

  @Test
  void aRareProbabilityIsNotZero() {
    assertEquals("0.00021 %", Words.percent(0.0000021));
    assertEquals("15.36 %", Words.percent(0.1536));
  }

  @Test
  void theRoundingOfASumIsNoMass() {
    assertEquals("0 %", Words.mass(-3e-17));
    assertEquals("2.0×10⁻⁹ %", Words.mass(2e-11));
  }
}
