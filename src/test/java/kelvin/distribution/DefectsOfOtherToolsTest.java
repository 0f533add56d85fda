package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Tests against sampling bugs known from other tools.
class DefectsOfOtherToolsTest {

  private static final List<TruncationStage> STRICT =
      List.of(
          new TopK(50, TopK.Ties.KEEP),
          new TopP(0.9),
          new MinP(0.05),
          new Typical(0.9),
          new EpsilonCutoff(3e-4),
          new EtaCutoff(2e-3),
          new TopNSigma(1),
          new TopH(0.4),
          new Xtc(1, 1e-4),
          new MirostatOne(5, 0.1),
          new MirostatTwo(5, 0.1));

  private final Logits wide = Logits.owning(gaussians(50_257));

  private static float[] gaussians(int count) {
    var random = new Random(5);
    var values = new float[count];
    for (int id = 0; id < count; id++) {
      values[id] = (float) (2.5 * random.nextGaussian());
    }
    return values;
  }

  /// Tools that ask a server for its top 50 cannot know the rest.
  @Test
  void softmaxIsNeverOverATruncatedList() {
    var distribution = Distribution.of(wide, 1);

    double listed = distribution.cumulative(50);
    double nucleus = new TopP(0.9).keep(Survivors.all(distribution)).count();

    assertTrue(listed < 0.6, "listed " + listed);
    assertTrue(nucleus > 1000);
  }

  @Test
  void theTokenThatCrossesTopPIsNotDropped() {
    var logits = logitsOf(0.5, 0.3, 0.15, 0.05);

    assertEquals(2, kept(logits, new TopP(0.6)));
  }

  @Test
  void aControlThatIsOnActs() {
    for (var stage : STRICT) {
      assertTrue(kept(wide, stage) < wide.count(), stage.name());
    }
  }

  @Test
  void noTokenIsDrawnAgainWhileASliderMoves() {
    var evaluator = new ChainEvaluator();
    var first = evaluator.evaluate(wide, SamplerChain.of(new TopP(0.9)));

    var draw = DrawMode.GUMBEL.draw(first, 42, 3);
    var again =
        DrawMode.GUMBEL.draw(evaluator.evaluate(wide, SamplerChain.of(new TopP(0.9))), 42, 3);

    assertEquals(draw, again);
  }

  @Test
  void logitsAreNeverMadeFromRoundedProbabilities() {
    var logits = Logits.owning(new float[] {10, 0, -10});

    var hot = Distribution.of(logits, 10);

    assertEquals(Math.exp(-2), hot.probability(3) / hot.probability(1), 1e-15);
  }

  @Test
  void tiesAreOrderedByTokenId() {
    var logits = Logits.owning(new float[] {1, 5, 5, 5});

    var distribution =
        TruncatedDistribution.of(logits, SamplerChain.of(new TopK(2, TopK.Ties.EXACT)));

    assertTrue(distribution.isKept(logits.rankOf(1)) && distribution.isKept(logits.rankOf(2)));
    assertFalse(distribution.isKept(logits.rankOf(3)));
  }

  @Test
  void removedTokensHaveNoProbabilityAndTheOthersShareAllOfIt() {
    var distribution =
        TruncatedDistribution.of(
            wide, SamplerChain.of(new TopK(40, TopK.Ties.EXACT), new MinP(0.05)));

    double sum = 0;
    for (int rank = 1; rank <= wide.count(); rank++) {
      sum += distribution.finalProbability(rank);
      assertTrue(distribution.isKept(rank) || distribution.finalProbability(rank) == 0);
    }
    assertEquals(1, sum, 1e-12);
  }

  /// A float running sum is thousands of tokens off here.
  @Test
  void theNucleusOfAWholeVocabularyIsExact() {
    var survivors = Survivors.all(Distribution.of(wide, 1));

    int kept = new TopP(0.99999).keep(survivors).count();

    assertTrue(survivors.massAbove(kept) < 0.99999);
    assertTrue(survivors.massAbove(kept + 1) >= 0.99999);
  }

  @Test
  void shortfallsGiveTheDecidingNumbers() {
    var distribution =
        TruncatedDistribution.of(logitsOf(0.5, 0.3, 0.15, 0.05), SamplerChain.of(new MinP(0.2)));

    assertEquals(
        "probability 5.00 %, below the minimum of 10.0 %",
        distribution.shortfall(4).orElseThrow().sentence());
  }

  private static Logits logitsOf(double... probabilities) {
    var logits = new float[probabilities.length];
    for (int id = 0; id < logits.length; id++) {
      logits[id] = (float) Math.log(probabilities[id]);
    }
    return Logits.owning(logits);
  }

  private static int kept(Logits logits, TruncationStage stage) {
    return stage.keep(Survivors.all(Distribution.of(logits, 1))).count();
  }
}
