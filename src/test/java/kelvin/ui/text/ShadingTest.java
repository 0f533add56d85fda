package kelvin.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShadingTest {

  private static final double BIT = Math.log(2);

  @Test
  void surprisalReachesTheStrongEndAtTwelveBits() {
    assertEquals(0, Shading.SURPRISAL.shade(token(0, 1, 0)));
    assertEquals(0.25, Shading.SURPRISAL.shade(token(3 * BIT, 1, 0)), 1e-12);
    assertEquals(1, Shading.SURPRISAL.shade(token(12 * BIT, 1, 0)), 1e-12);
    assertEquals(1, Shading.SURPRISAL.shade(token(Double.POSITIVE_INFINITY, 1, 0)));
  }

  @Test
  void theLessProbableTheStronger() {
    assertEquals(0.75, Shading.PROBABILITY.shade(token(2 * BIT, 1, 0)), 1e-12);
  }

  @Test
  void ranksFallIntoTheFourClassesOfGltr() {
    assertEquals(RankClass.TOP_10, RankClass.of(1));
    assertEquals(RankClass.TOP_10, RankClass.of(10));
    assertEquals(RankClass.TOP_100, RankClass.of(11));
    assertEquals(RankClass.TOP_100, RankClass.of(100));
    assertEquals(RankClass.TOP_1000, RankClass.of(101));
    assertEquals(RankClass.TOP_1000, RankClass.of(1000));
    assertEquals(RankClass.BEYOND, RankClass.of(1001));
    assertEquals(2 / 3.0, Shading.RANK.shade(token(0, 500, 0)));
  }

  @Test
  void entropyIsOnTheScaleOfTheSurprisal() {
    assertEquals(0.5, Shading.ENTROPY.shade(token(0, 1, 6 * BIT)), 1e-12);
    assertEquals(Shading.SURPRISAL.ticks(), Shading.ENTROPY.ticks());
  }

  @Test
  void withoutShadingNoTokenHasAShade() {
    assertTrue(Double.isNaN(Shading.NONE.shade(token(5, 5, 5))));
  }

  @Test
  void aTokensNumbersAreSaidWithTheirUnits() {
    assertEquals(
        String.format("p 25.00 %% · surprisal 2.00 bits%nrank 1,234 · entropy before it 3.00 bits"),
        token(2 * BIT, 1234, 3 * BIT).describe());
  }

  private static TokenNumbers token(double surprisal, int rank, double entropy) {
    return new TokenNumbers(surprisal, rank, entropy);
  }
}
