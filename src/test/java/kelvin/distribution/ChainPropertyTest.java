package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests properties that hold for any chain, with seeded random chains of all stages in all
/// orders.
class ChainPropertyTest {

  private static final int ROUNDS = 40;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void survivorsSumToOne(long seed) {
    var random = new Random(seed);
    var logits = RandomChains.logits(random, 3000);
    for (int round = 0; round < ROUNDS; round++) {
      var chain = RandomChains.chain(random);
      var distribution = TruncatedDistribution.of(logits, chain);

      double sum = 0;
      for (int rank = logits.count(); rank >= 1; rank--) {
        double probability = distribution.finalProbability(rank);
        assertTrue(distribution.isKept(rank) ? rank <= logits.finiteCount() : probability == 0);
        sum += probability;
      }
      assertEquals(1, sum, 1e-9, chain.toString());
      assertTrue(distribution.keptCount() >= 1);
      assertEquals(1, distribution.keptMass() + distribution.removedMass(), 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theWaterfallAddsUp(long seed) {
    var random = new Random(seed);
    var logits = RandomChains.logits(random, 3000);
    for (int round = 0; round < ROUNDS; round++) {
      var distribution = TruncatedDistribution.of(logits, RandomChains.chain(random));

      int kept = logits.finiteCount();
      for (var outcome : distribution.outcomes()) {
        assertEquals(kept, outcome.keptBefore());
        assertTrue(outcome.keptAfter() >= 1 && outcome.removedCount() >= 0);
        assertTrue(outcome.removedMass() >= 0 && outcome.removedMass() <= 1);
        kept = outcome.keptAfter();
      }
      assertEquals(kept, distribution.keptCount());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyRemovedTokenFallsShortOfTheStageThatRemovedIt(long seed) {
    var random = new Random(seed);
    var logits = RandomChains.logits(random, 500);
    for (int round = 0; round < ROUNDS; round++) {
      var chain = RandomChains.chain(random);
      var distribution = TruncatedDistribution.of(logits, chain);

      for (int rank = 1; rank <= logits.finiteCount(); rank++) {
        boolean kept = distribution.isKept(rank);
        assertEquals(kept, distribution.removedBy(rank).isEmpty());
        assertEquals(kept, distribution.shortfall(rank).isEmpty(), chain + " rank " + rank);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void topKAndMinPKeepTheSameInAnyOrder(long seed) {
    var random = new Random(seed);
    var logits = RandomChains.logits(random, 2000);
    for (int round = 0; round < ROUNDS; round++) {
      List<SamplerStage> stages = new ArrayList<>();
      stages.add(new TopK(1 + random.nextInt(500), TopK.Ties.KEEP));
      stages.add(new MinP(0.1 * random.nextDouble()));
      stages.add(new TopK(1 + random.nextInt(500), TopK.Ties.EXACT));
      stages.remove(random.nextBoolean() ? 0 : 2);
      var first = SamplerChain.of(stages.toArray(SamplerStage[]::new));
      Collections.reverse(stages);
      var second = SamplerChain.of(stages.toArray(SamplerStage[]::new));

      assertEquals(
          TruncatedDistribution.of(logits, first).keptCount(),
          TruncatedDistribution.of(logits, second).keptCount());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void temperatureLastNeverChangesWhatSurvivesUnlessItIsGreedy(long seed) {
    var random = new Random(seed);
    var logits = RandomChains.logits(random, 2000);
    var evaluator = new ChainEvaluator();
    for (int round = 0; round < ROUNDS; round++) {
      var cut = RandomChains.cut(random);
      var without = evaluator.evaluate(logits, SamplerChain.of(cut)).survivors();
      for (double temperature : new double[] {0, 1e-9, 0.5, 2, Double.POSITIVE_INFINITY}) {
        var survivors =
            evaluator
                .evaluate(logits, SamplerChain.of(cut, new Temperature(temperature)))
                .survivors();

        assertEquals(without.first(), survivors.first());
        assertEquals(temperature == 0 ? without.first() : without.last(), survivors.last());
        assertTrue(survivors.probability(survivors.first()) > 0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theCacheOfTheEvaluatorChangesNothing(long seed) {
    var random = new Random(seed);
    var logits = List.of(RandomChains.logits(random, 300), RandomChains.logits(random, 300));
    var evaluator = new ChainEvaluator();
    for (int round = 0; round < ROUNDS; round++) {
      var given = logits.get(random.nextInt(2));
      var chain = RandomChains.chain(random);
      if (random.nextBoolean()) {
        chain = chain.with(new LogitBias(List.of(new LogitBias.Bias(List.of(0), round))));
      }

      var remembered = evaluator.evaluate(given, chain);
      var fresh = TruncatedDistribution.of(given, chain);

      for (int rank = 1; rank <= given.count(); rank++) {
        assertEquals(fresh.finalProbability(rank), remembered.finalProbability(rank));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aChainSurvivesBeingWrittenAndRead(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      var chain = RandomChains.chain(random);

      assertEquals(chain, StageRecord.chain(StageRecord.of(chain)));
      assertFalse(chain.entries().isEmpty());
    }
  }
}
