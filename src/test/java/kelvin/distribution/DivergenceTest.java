package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DivergenceTest {

  static Stream<JsonObject> cases() {
    return ReferenceFile.rows("divergences.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithManyDigits(JsonObject given) {
    var divergence =
        Divergence.between(
            distribution(given.getAsJsonObject("p")), distribution(given.getAsJsonObject("q")));

    assertClose(given, "kl_pq", divergence.kl());
    assertClose(given, "kl_qp", divergence.reverseKl());
    assertClose(given, "js_nats", divergence.jensenShannon());
    assertClose(given, "tv", divergence.totalVariation());
  }

  private static Distribution distribution(JsonObject given) {
    double temperature = given.get("tau").getAsDouble();
    if (given.has("logits")) {
      return Distribution.of(
          Logits.owning(ReferenceFile.floats(given.getAsJsonArray("logits"))), temperature);
    }
    var recipe = given.getAsJsonObject("logits_gen");
    return Distribution.of(
        Logits.owning(
            LogitsRecipe.make(
                recipe.get("kind").getAsString(),
                recipe.get("seed").getAsLong(),
                recipe.get("n").getAsInt())),
        temperature);
  }

  private static void assertClose(JsonObject given, String name, double actual) {
    double expected = ReferenceFile.number(given.get(name));
    assertEquals(
        expected,
        actual,
        Double.isInfinite(expected) ? 0 : 1e-15 + 1e-9 * Math.abs(expected),
        name);
  }

  @Test
  void aDistributionHasNoDivergenceFromItself() {
    var distribution = Distribution.of(Logits.owning(new float[] {1, 2, 3}), 0.7);

    assertEquals(new Divergence(0, 0, 0, 0), Divergence.between(distribution, distribution));
  }

  @Test
  void givesTheRankChangeOfEachToken() {
    var p = Distribution.of(Logits.owning(new float[] {3, 2, 1}), 1);
    var q = Distribution.of(Logits.owning(new float[] {1, 2, 3}), 1);

    assertArrayEquals(new int[] {-2, 0, 2}, Divergence.rankChanges(p, q));
  }

  @Test
  void refusesVocabulariesOfDifferentSizes() {
    var p = Distribution.of(Logits.owning(new float[2]), 1);
    var q = Distribution.of(Logits.owning(new float[3]), 1);

    assertThrows(IllegalArgumentException.class, () -> Divergence.between(p, q));
  }
}
