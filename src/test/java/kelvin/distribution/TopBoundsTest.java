package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Bounds where only the most probable tokens are known, against whole distributions that have
/// these tokens. If these tests fail, a user reads a bound that does not hold.
class TopBoundsTest {

  private static final int KNOWN = 4;
  private static final SamplerChain NEUTRAL = SamplerChain.NEUTRAL;

  private static List<TopTokens.Listed> best(float[] row, int count) {
    var logits = Logits.owning(row.clone());
    var own = Distribution.of(logits, 1);
    var listed = new ArrayList<TopTokens.Listed>();
    for (int rank = 1; rank <= count; rank++) {
      listed.add(new TopTokens.Listed(logits.tokenAtRank(rank), (float) own.logProbability(rank)));
    }
    return listed;
  }

  private static TopTokens top(float[] row, int count) {
    var listed = best(row, count);
    return TopTokens.of(listed, listed.getLast().logProbability(), row.length);
  }

  private static float[] row(Random random, double spread) {
    var row = new float[12];
    for (int id = 0; id < row.length; id++) {
      row[id] = (float) (random.nextGaussian() * spread);
    }
    return row;
  }

  private static void assertHolds(Interval bounds, double value, String what) {
    assertTrue(
        bounds.low() - 1e-6 <= value && value <= bounds.high() + 1e-6,
        what + ": " + value + " is not in " + bounds);
  }

  private static TopBounds bounds(TopTokens top, SamplerChain chain) {
    return TopBounds.of(TruncatedDistribution.of(top.logits(), chain)).orElseThrow();
  }

  @Test
  void everyBoundHoldsForEveryDistributionWithTheseTokens() {
    var random = new Random(1);
    for (int i = 0; i < 300; i++) {
      var row = row(random, 0.3 + i % 5);
      double temperature = List.of(0.3, 0.7, 1.0, 1.5, 4.0).get(i % 5);
      var chain = SamplerChain.of(new Temperature(temperature));
      var whole = TruncatedDistribution.of(Logits.owning(row.clone()), chain);
      var bounds = bounds(top(row, KNOWN), chain);
      for (int rank = 1; rank <= row.length; rank++) {
        assertHolds(bounds.own(rank), whole.ownProbability(rank), "own");
        assertHolds(bounds.scaled(rank), whole.scaled().probability(rank), "scaled");
        assertHolds(bounds.cumulative(rank), whole.scaled().cumulative(rank), "cumulative");
        assertHolds(bounds.ownCurve(rank), whole.own().cumulative(rank), "curve");
      }
      assertHolds(bounds.others(), whole.scaled().tailMass(KNOWN), "others");
      bounds.entropy().ifPresent(nats -> assertHolds(nats, whole.scaled().entropy(), "entropy"));
    }
  }

  @Test
  void whereADrawIsSaidToBeKnownItIsThatOfTheWholeDistribution() {
    var random = new Random(2);
    int known = 0;
    for (int i = 0; i < 400; i++) {
      var row = row(random, 1 + i % 4);
      var cut =
          switch (i % 3) {
            case 0 -> new TopK(1 + i % 5, TopK.Ties.KEEP);
            case 1 -> new TopP(0.3 + 0.1 * (i % 6));
            default -> new MinP(0.05 * (1 + i % 8), 1);
          };
      var chain = SamplerChain.of(new Temperature(List.of(0.5, 1.0, 2.0).get(i % 3)), cut);
      var partial = TruncatedDistribution.of(top(row, KNOWN).logits(), chain);
      if (TopBounds.of(partial).orElseThrow().isDrawKnown()) {
        known++;
        var whole = TruncatedDistribution.of(Logits.owning(row.clone()), chain);
        assertEquals(whole.keptCount(), partial.keptCount());
        for (int rank = 1; rank <= KNOWN; rank++) {
          assertEquals(whole.finalProbability(rank), partial.finalProbability(rank), 1e-6);
        }
      }
    }
    assertTrue(known > 100 && known < 400, "known " + known);
  }

  @Test
  void nothingIsDrawnFromAllTokens() {
    var top = top(new float[] {2, 1, 0, 0, 0, 0}, 2);
    assertFalse(bounds(top, NEUTRAL).isDrawKnown());
    assertTrue(bounds(top, SamplerChain.of(new Temperature(0))).isDrawKnown());
    assertFalse(bounds(top, SamplerChain.of(new TopK(2, TopK.Ties.KEEP))).isDrawKnown());
    assertTrue(bounds(top, SamplerChain.of(new TopK(2, TopK.Ties.EXACT))).isDrawKnown());
    assertFalse(
        bounds(top, SamplerChain.of(new TopH(0.5), new TopK(1, TopK.Ties.KEEP))).isDrawKnown());
  }

  @Test
  void knownTokensHaveTheFirstRanksWhateverTheirIds() {
    var listed = List.of(new TopTokens.Listed(5, (float) Math.log(1 / 6.0)));
    var logits = TopTokens.of(listed, listed.getFirst().logProbability(), 6).logits();
    assertEquals(5, logits.tokenAtRank(1));
    assertEquals(1, logits.knownCount());
  }

  @Test
  void numbersThatNoDistributionHasAreRefused() {
    var little = List.of(new TopTokens.Listed(0, -9));
    assertThrows(InvalidLogitsException.class, () -> TopTokens.of(little, -9, 100));
    var twice = List.of(new TopTokens.Listed(0, -0.1f), new TopTokens.Listed(1, -0.1f));
    assertThrows(InvalidLogitsException.class, () -> TopTokens.of(twice, -0.1f, 100));
    assertThrows(InvalidLogitsException.class, () -> TopTokens.of(List.of(), 0, 100));
  }
}
