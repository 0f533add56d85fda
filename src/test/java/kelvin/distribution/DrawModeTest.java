package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import kelvin.math.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawModeTest {

  private final TruncatedDistribution distribution =
      TruncatedDistribution.of(
          Logits.owning(new float[] {1, 4, 2, 3}), SamplerChain.of(new TopK(3, TopK.Ties.KEEP)));

  @Test
  void greedyTakesTheFirstRankWithoutARandomNumber() {
    var draw = DrawMode.GREEDY.draw(distribution, 42, 7);

    assertEquals(1, draw.rank());
    assertEquals(1, draw.tokenId());
    assertTrue(Double.isNaN(draw.u()));
  }

  @Test
  void theInverseCdfTakesTheFirstRankWhoseCumulativeFinalProbabilityExceedsU() {
    for (int step = 0; step < 1000; step++) {
      var draw = DrawMode.INVERSE_CDF.draw(distribution, 42, step);

      double below = 0;
      for (int rank = 1; rank < draw.rank(); rank++) {
        below += distribution.finalProbability(rank);
      }
      assertEquals(SplitMix64.uniform(42, step), draw.u());
      assertTrue(below <= draw.u());
      assertTrue(draw.u() < below + distribution.finalProbability(draw.rank()));
      assertEquals(distribution.scaled().logits().tokenAtRank(draw.rank()), draw.tokenId());
    }
  }

  @Test
  void drawsAsOftenAsTheProbabilitiesSay() {
    var counts = new int[4];
    int draws = 100_000;
    for (int step = 0; step < draws; step++) {
      counts[DrawMode.INVERSE_CDF.draw(distribution, 1, step).rank()]++;
    }

    for (int rank = 1; rank <= 3; rank++) {
      assertEquals(distribution.finalProbability(rank), counts[rank] / (double) draws, 0.005);
    }
  }

  @Test
  void theLargestUStillHitsASurvivor() {
    assertEquals(3, DrawMode.rankAt(distribution, Math.nextDown(1.0)));
    assertEquals(1, DrawMode.rankAt(distribution, 0));
  }

  @Test
  void anImpossibleTokenIsNeverDrawn() {
    var impossible =
        TruncatedDistribution.of(
            Logits.owning(new float[] {1, Float.NEGATIVE_INFINITY}), SamplerChain.NEUTRAL);

    assertEquals(1, DrawMode.rankAt(impossible, Math.nextDown(1.0)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void refusesAUOutsideItsInterval(double u) {
    assertThrows(IllegalArgumentException.class, () -> DrawMode.rankAt(distribution, u));
  }
}
