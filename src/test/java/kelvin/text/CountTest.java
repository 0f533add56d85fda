package kelvin.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// If these fail, a count reads differently in the window than on the command line.
class CountTest {

  @Test
  void thousandsAreSetApart() {
    assertEquals("0", Count.of(0));
    assertEquals("4,096", Count.of(4096));
    assertEquals("134,515,008", Count.of(134_515_008));
  }

  @Test
  void aSingleTokenHasNoPlural() {
    assertEquals("1 token", Count.tokens(1));
    assertEquals("0 tokens", Count.tokens(0));
    assertEquals("4,096 tokens", Count.tokens(4096));
  }
}
