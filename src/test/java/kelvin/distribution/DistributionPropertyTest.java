package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests properties that hold for any logits and settings, with seeded random ones of several
/// shapes and sizes.
class DistributionPropertyTest {

  private static final double[] TEMPERATURES = {1e-9, 0.05, 0.3, 0.7, 1, 1.3, 2, 10, 1e9};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theNucleusIsThatOfTheDefinition(long seed) {
    var random = new Random(seed);
    var logits = randomLogits(random, 2000);
    for (double temperature : TEMPERATURES) {
      var scaled = Distribution.of(logits, temperature);
      int before = 1 + random.nextInt(logits.finiteCount());
      double p = random.nextDouble();

      int kept = new TopP(p).keep(Survivors.all(scaled).keepFirst(before)).count();

      assertEquals(nucleusByDefinition(scaled, before, p), kept, "τ " + temperature + ", p " + p);
    }
  }

  /// Adds exact weights rank by rank.
  private static int nucleusByDefinition(Distribution scaled, int before, double p) {
    var weights = new BigDecimal[before];
    var total = BigDecimal.ZERO;
    for (int rank = 1; rank <= before; rank++) {
      double gap =
          (scaled.logits().atRank(rank) - scaled.logits().atRank(1)) / scaled.temperature();
      weights[rank - 1] = new BigDecimal(StrictMath.exp(gap));
      total = total.add(weights[rank - 1]);
    }
    var threshold = total.multiply(new BigDecimal(p));
    var above = BigDecimal.ZERO;
    int kept = 1;
    for (int rank = 1; rank < before; rank++) {
      above = above.add(weights[rank - 1]);
      if (above.compareTo(threshold) < 0) {
        kept = rank + 1;
      }
    }
    return kept;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void finalProbabilitiesSumToOneAndDoNotRise(long seed) {
    var random = new Random(seed);
    var logits = randomLogits(random, 5000);
    for (double temperature : TEMPERATURES) {
      var distribution = TruncatedDistribution.of(logits, randomChain(random, temperature));

      double sum = 0;
      double last = 1;
      for (int rank = 1; rank <= logits.count(); rank++) {
        double probability = distribution.finalProbability(rank);
        assertTrue(probability <= last && probability >= 0);
        last = probability;
        sum += probability;
      }
      assertEquals(1, sum, 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void raisingTheTemperatureNeverMovesTheDrawnRankUp(long seed) {
    var random = new Random(seed);
    var logits = randomLogits(random, 3000);
    for (int round = 0; round < 20; round++) {
      double u = random.nextDouble();
      int k = random.nextInt(50);
      int last = 1;
      for (double temperature = 0; temperature < 4; temperature += 0.05) {
        var distribution = TruncatedDistribution.of(logits, at(temperature, k));
        int rank = DrawMode.rankAt(distribution, u);
        assertTrue(rank >= last, "τ " + temperature + ", u " + u);
        last = rank;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void loweringTopPNeverMovesTheDrawnRankDown(long seed) {
    var random = new Random(seed);
    var logits = randomLogits(random, 3000);
    var evaluator = new ChainEvaluator();
    var temperature = new Temperature(0.5 + random.nextDouble());
    for (int round = 0; round < 50; round++) {
      double u = random.nextDouble();
      int last = logits.count();
      int lastKept = logits.count();
      for (double p = 1; p >= 0; p -= 0.01) {
        var distribution = evaluator.evaluate(logits, SamplerChain.of(temperature, new TopP(p)));
        int rank = DrawMode.rankAt(distribution, u);
        assertTrue(rank <= last, "p " + p + ", u " + u);
        assertTrue(distribution.keptCount() <= lastKept);
        last = rank;
        lastKept = distribution.keptCount();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void raisingTheTemperatureNeverLowersTheEntropy(long seed) {
    var logits = randomLogits(new Random(seed), 3000);

    double last = 0;
    for (double temperature : TEMPERATURES) {
      double entropy = Distribution.of(logits, temperature).entropy();
      assertTrue(entropy >= last - 1e-12, "τ " + temperature);
      last = entropy;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyRemovedTokenHasAStageAndNoOtherHas(long seed) {
    var random = new Random(seed);
    var logits = randomLogits(random, 500);
    for (double temperature : TEMPERATURES) {
      var distribution = TruncatedDistribution.of(logits, randomChain(random, temperature));

      for (int rank = 1; rank <= logits.count(); rank++) {
        boolean removed = distribution.removedBy(rank).isPresent();
        assertTrue(distribution.isKept(rank) ? !removed : removed || rank > logits.finiteCount());
      }
    }
  }

  /// @param k of top-k; 0 for none
  private static SamplerChain at(double temperature, int k) {
    var chain = SamplerChain.of(new Temperature(temperature));
    return k == 0 ? chain : chain.with(new TopK(k, TopK.Ties.KEEP));
  }

  private static SamplerChain randomChain(Random random, double temperature) {
    var chain = at(temperature, random.nextBoolean() ? 0 : 1 + random.nextInt(1000));
    if (random.nextBoolean()) {
      chain = chain.with(new TopP(random.nextDouble()));
    }
    if (random.nextBoolean()) {
      chain = chain.with(new MinP(random.nextDouble() * 0.2));
    }
    return chain;
  }

  /// Random logits: Gaussian, heavily tied or peaked, some with impossible tokens.
  private static Logits randomLogits(Random random, int max) {
    var values = new float[1 + random.nextInt(max)];
    int shape = random.nextInt(3);
    for (int id = 0; id < values.length; id++) {
      double gaussian = random.nextGaussian();
      values[id] =
          (float)
              switch (shape) {
                case 0 -> 3 * gaussian;
                case 1 -> Math.rint(2 * gaussian);
                default -> gaussian + 20.0 / (1 + random.nextInt(values.length));
              };
      if (id > 0 && random.nextInt(10) == 0) {
        values[id] = Float.NEGATIVE_INFINITY;
      }
    }
    return Logits.owning(values);
  }
}
