package kelvin.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// If these fail, the command line prints a zero with a minus, as if it had lost something:
/// `-0.00`.
class WordsOfNumbersTest {

  @Test
  void aNumberThatRoundsToZeroHasNoSign() {
    assertEquals("0.00", Words.decimal(-0.0));
    assertEquals("0.00", Words.decimal(-0.0049));
    assertEquals("0.00", Words.bits(-1e-12));
    assertEquals("0 %", Words.percent(-1e-17));
    assertEquals("0.000", Words.change(-0.0004));
    assertEquals("0.000", Words.change(0.0004));
  }

  @Test
  void everyOtherNumberKeepsItsSign() {
    assertEquals("-0.01", Words.decimal(-0.0051));
    assertEquals("-10.00", Words.decimal(-10));
    assertEquals("1.00", Words.bits(Math.log(2)));
    assertEquals("+0.100", Words.change(0.1));
    assertEquals("-0.001", Words.change(-0.0006));
    assertEquals("-Infinity", Words.decimal(Double.NEGATIVE_INFINITY));
  }
}
