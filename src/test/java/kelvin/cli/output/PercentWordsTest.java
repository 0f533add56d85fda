package kelvin.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// If these fail, every rare answer of the command line reads as if it were impossible.
class PercentWordsTest {

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
