package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenScoreTest {

  private static final float OUT = Float.NEGATIVE_INFINITY;

  @Test
  void agreesWithTheRankedDistribution() {
    var random = new Random(6);
    for (int size : new int[] {1, 2, 17, 4096}) {
      var row = new float[size];
      for (int id = 0; id < size; id++) {
        row[id] = random.nextInt(5) == 0 ? OUT : Math.round(8 * random.nextGaussian()) / 2f;
      }
      row[random.nextInt(size)] = 1;
      var distribution = Distribution.of(Logits.owning(row.clone()), 1);
      int tokenId = random.nextInt(size);

      var score = TokenScore.of(row, tokenId);

      int rank = distribution.logits().rankOf(tokenId);
      assertEquals(rank, score.rank());
      assertEquals(distribution.logProbability(rank), score.logProbability(), 1e-12);
      assertEquals(distribution.entropy(), score.entropy(), 1e-12);
    }
  }

  @Test
  void surprisalAndProbabilityAgree() {
    var score = TokenScore.of(new float[] {0, 0, 0, 0}, 2);

    assertEquals(Math.log(4), score.surprisal(), 1e-15);
    assertEquals(0.25, score.probability(), 1e-15);
    assertEquals(3, score.rank());
  }

  @Test
  void anImpossibleTokenIsInfinitelySurprising() {
    var score = TokenScore.of(new float[] {1, OUT}, 1);

    assertEquals(Double.POSITIVE_INFINITY, score.surprisal());
    assertEquals(0, score.probability());
    assertEquals(2, score.rank());
  }

  @Test
  void refusesInvalidLogits() {
    assertThrows(InvalidLogitsException.class, () -> TokenScore.of(new float[] {1, Float.NaN}, 0));
    assertThrows(
        InvalidLogitsException.class,
        () -> TokenScore.of(new float[] {1, Float.POSITIVE_INFINITY}, 0));
    assertThrows(InvalidLogitsException.class, () -> TokenScore.of(new float[] {OUT, OUT}, 0));
  }
}
