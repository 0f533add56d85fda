package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.util.stream.Stream;
import kelvin.math.SplitMix64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Compares with numbers computed from formulas elsewhere with more digits; see the README.md of
/// the reference files.
class FormulaReferenceTest {

  static Stream<JsonObject> metrics() {
    return ReferenceFile.rows("metrics.json");
  }

  static Stream<JsonObject> draws() {
    return ReferenceFile.rows("inverse_cdf_draws.json");
  }

  static Stream<JsonObject> randomNumbers() {
    return ReferenceFile.rows("splitmix64.json");
  }

  static Stream<JsonObject> congruentialNumbers() {
    return ReferenceFile.rows("lcg.json");
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void metricsOfADistributionAgree(JsonObject given) {
    double temperature = given.get("tau").getAsDouble();
    var logits = Logits.owning(ReferenceFile.floats(given.getAsJsonArray("logits")));

    var distribution = Distribution.of(logits, temperature);

    int last = distribution.count();
    assertClose(given, "entropy_nats", distribution.entropy());
    assertClose(given, "perplexity", distribution.perplexity());
    assertClose(given, "varentropy_nats2", distribution.varentropy());
    assertClose(given, "p_max", distribution.probability(1));
    assertClose(given, "p_min", distribution.probability(last));
    assertClose(given, "log_p_min", distribution.logProbability(last));
    assertClose(given, "tail_mass_after_top1", distribution.tailMass(1));
    assertClose(given, "tail_mass_after_top3", distribution.tailMass(3));
    assertClose(given, "logZ", logits.atRank(1) / temperature - distribution.logProbability(1));
  }

  @ParameterizedTest
  @MethodSource("draws")
  void drawsByTheInverseCdfAgree(JsonObject given) {
    var logits = Logits.owning(ReferenceFile.floats(given.getAsJsonArray("logits")));
    var topK = given.get("top_k");
    var chain = SamplerChain.of(new Temperature(given.get("tau").getAsDouble()));
    var distribution =
        TruncatedDistribution.of(
            logits,
            topK.isJsonNull() ? chain : chain.with(new TopK(topK.getAsInt(), TopK.Ties.KEEP)));

    var us = ReferenceFile.doubles(given.getAsJsonArray("u"));
    var tokens = ReferenceFile.ints(given.getAsJsonArray("rank_order_token"));
    for (int i = 0; i < us.length; i++) {
      int rank = DrawMode.rankAt(distribution, us[i]);
      assertEquals(tokens[i], logits.tokenAtRank(rank), "u = " + us[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("randomNumbers")
  void randomNumbersOfASeedAgree(JsonObject given) {
    var expected = ReferenceFile.doubles(given.getAsJsonArray("doubles"));

    for (int step = 0; step < expected.length; step++) {
      assertEquals(expected[step], SplitMix64.uniform(given.get("seed").getAsLong(), step));
    }
  }

  @ParameterizedTest
  @MethodSource("congruentialNumbers")
  void theRecipesForLogitsUseTheRightNumbers(JsonObject given) {
    var recipe = new LogitsRecipe(given.get("seed").getAsLong());

    for (int expected : ReferenceFile.ints(given.getAsJsonArray("u24"))) {
      assertEquals(expected, recipe.bits24());
    }
  }

  private static void assertClose(JsonObject given, String name, double actual) {
    double expected = given.get(name).getAsDouble();
    assertEquals(expected, actual, 1e-15 + 1e-9 * Math.abs(expected), name);
  }
}
