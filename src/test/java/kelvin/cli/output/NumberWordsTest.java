package kelvin.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// A zero with a minus sign looks like a fault of the program.
class NumberWordsTest {

  @Test
  void aZeroHasNoSign() {
    assertEquals("0.00", Words.decimal(-1e-9));
    assertEquals("0.00", Words.bits(-0.0));
    assertEquals("-0.01", Words.decimal(-0.01));
  }
}
