package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.Random;
import java.util.stream.Stream;
import kelvin.math.GumbelNoise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GumbelDrawTest {

  static Stream<JsonObject> cases() {
    return ReferenceFile.rows("gumbel.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theNoiseOfASeedAndStepAgrees(JsonObject given) {
    var noise = new GumbelNoise(given.get("seed").getAsLong(), given.get("step").getAsLong());

    var expected = ReferenceFile.doubles(given.getAsJsonArray("noise"));
    for (int id = 0; id < expected.length; id++) {
      assertEquals(expected[id], noise.of(id), 1e-12 * Math.max(1, Math.abs(expected[id])));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSameTokensWin(JsonObject given) {
    var logits = Logits.owning(ReferenceFile.floats(given.getAsJsonArray("logits")));
    for (var winner : given.getAsJsonObject("winners").entrySet()) {
      var chain = SamplerChain.of(new Temperature(Double.parseDouble(winner.getKey())));

      var draw =
          DrawMode.GUMBEL.draw(
              TruncatedDistribution.of(logits, chain),
              given.get("seed").getAsLong(),
              given.get("step").getAsLong());

      assertEquals(winner.getValue().getAsJsonObject().get("token").getAsInt(), draw.tokenId());
      assertTrue(Double.isNaN(draw.u()));
      assertEquals(
          ReferenceFile.doubles(given.getAsJsonArray("noise"))[draw.tokenId()], draw.noise(), 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theWinnerStaysWhileItSurvives(long seed) {
    var random = new Random(seed);
    var logits = RandomChains.logits(random, 2000);
    var evaluator = new ChainEvaluator();
    for (int round = 0; round < 50; round++) {
      var temperature = new Temperature(0.2 + 2 * random.nextDouble());
      int step = random.nextInt();
      var free = evaluator.evaluate(logits, SamplerChain.of(temperature));
      var cut = evaluator.evaluate(logits, SamplerChain.of(temperature, RandomChains.cut(random)));

      int winner = DrawMode.GUMBEL.draw(free, seed, step).rank();
      int after = DrawMode.GUMBEL.draw(cut, seed, step).rank();

      assertTrue(cut.isKept(after));
      if (cut.isKept(winner)) {
        assertEquals(winner, after);
      }
    }
  }

  @Test
  void greedyTemperatureIsDeterministic() {
    var logits = Logits.owning(new float[] {1, 3, 3});
    var greedy = TruncatedDistribution.of(logits, SamplerChain.of(new Temperature(0)));

    for (int step = 0; step < 100; step++) {
      assertEquals(1, DrawMode.GUMBEL.draw(greedy, 42, step).tokenId());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void skippingTokensChangesNoWinner(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      var distribution =
          TruncatedDistribution.of(RandomChains.logits(random, 3000), RandomChains.chain(random));
      var survivors = distribution.survivors();
      var noise = new GumbelNoise(seed, round);

      int winner = survivors.first();
      double best = Double.NEGATIVE_INFINITY;
      for (int rank = survivors.first(); rank <= survivors.last(); rank++) {
        double score = noise.of(survivors.logits().tokenAtRank(rank)) - survivors.surprisal(rank);
        if (score > best) {
          best = score;
          winner = rank;
        }
      }

      assertEquals(winner, DrawMode.GUMBEL.draw(distribution, seed, round).rank());
    }
  }
}
