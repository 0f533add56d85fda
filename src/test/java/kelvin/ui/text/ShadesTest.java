package kelvin.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import kelvin.display.InformationUnit;
import kelvin.display.Shading;
import org.junit.jupiter.api.Test;

class ShadesTest {

  private static final double BIT = Math.log(2);

  @Test
  void surprisalReachesTheStrongEndAtTwelveBits() {
    assertEquals(0, Shades.of(Shading.SURPRISAL, token(0, 1, 0)));
    assertEquals(0.25, Shades.of(Shading.SURPRISAL, token(3 * BIT, 1, 0)), 1e-12);
    assertEquals(1, Shades.of(Shading.SURPRISAL, token(12 * BIT, 1, 0)), 1e-12);
    assertEquals(1, Shades.of(Shading.SURPRISAL, token(Double.POSITIVE_INFINITY, 1, 0)));
  }

  @Test
  void theLessProbableTheStronger() {
    assertEquals(0.75, Shades.of(Shading.PROBABILITY, token(2 * BIT, 1, 0)), 1e-12);
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
    assertEquals(2 / 3.0, Shades.of(Shading.RANK, token(0, 500, 0)));
  }

  @Test
  void entropyIsOnTheScaleOfTheSurprisal() {
    assertEquals(0.5, Shades.of(Shading.ENTROPY, token(0, 1, 6 * BIT)), 1e-12);
    assertEquals(
        Shades.ticks(Shading.SURPRISAL, InformationUnit.BITS),
        Shades.ticks(Shading.ENTROPY, InformationUnit.BITS));
  }

  @Test
  void withoutShadingNoTokenHasAShade() {
    assertTrue(Double.isNaN(Shades.of(Shading.NONE, token(5, 5, 5))));
  }

  @Test
  void aTokensNumbersAreSaidWithTheirUnits() {
    assertEquals(
        String.format(
            "model (τ = 1) 25.00 %% · surprisal 2.00 bits%nrank 1,234 · entropy before it 3.00 bits"),
        token(2 * BIT, 1234, 3 * BIT).describe(InformationUnit.BITS));
  }

  private static TokenNumbers token(double surprisal, int rank, double entropy) {
    return new TokenNumbers(surprisal, rank, entropy);
  }
}
