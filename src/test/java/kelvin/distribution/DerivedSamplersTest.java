package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Compares stages that Hugging Face lacks with numbers derived from their formulas; see the
/// README.md of the reference files.
class DerivedSamplersTest {

  static Stream<JsonObject> rows(String sampler) {
    return ReferenceFile.rows("derived_samplers.json")
        .filter(row -> row.get("sampler").getAsString().startsWith(sampler));
  }

  static Stream<JsonObject> topNSigma() {
    return rows("top_n_sigma");
  }

  static Stream<JsonObject> xtc() {
    return rows("xtc");
  }

  static Stream<JsonObject> mirostatTwo() {
    return rows("mirostat_v2");
  }

  static Stream<JsonObject> mirostatOne() {
    return rows("mirostat_v1");
  }

  static Stream<JsonObject> dry() {
    return rows("dry");
  }

  static Stream<JsonObject> penalties() {
    return rows("penalties");
  }

  @ParameterizedTest
  @MethodSource("topNSigma")
  void topNSigmaKeepsTheSameTokens(JsonObject given) {
    var kept = kept(given, new TopNSigma(given.get("n").getAsDouble()), StepContext.START);

    assertArrayEquals(ReferenceFile.ints(given.getAsJsonArray("kept")), kept);
  }

  @ParameterizedTest
  @MethodSource("xtc")
  void xtcKeepsTheSameTokensWhenItActs(JsonObject given) {
    var kept = kept(given, new Xtc(1, given.get("threshold").getAsDouble()), StepContext.START);

    assertArrayEquals(ReferenceFile.ints(given.getAsJsonArray("kept")), kept);
  }

  @ParameterizedTest
  @MethodSource("mirostatTwo")
  void mirostatTwoKeepsTheSameTokensAndMovesItsBoundAlike(JsonObject given) {
    var stage = new MirostatTwo(given.get("tau").getAsDouble(), given.get("eta").getAsDouble());
    var step = new StepContext(TokenHistory.EMPTY, 0, 0, given.get("mu").getAsDouble());
    var logits = logits(given);

    var distribution = new ChainEvaluator().evaluate(logits, SamplerChain.of(stage), step);

    assertArrayEquals(ReferenceFile.ints(given.getAsJsonArray("kept")), kept(given, stage, step));
    for (var next : given.getAsJsonObject("next_mu_if_sampled").entrySet()) {
      int rank = logits.rankOf(Integer.parseInt(next.getKey()));
      assertEquals(next.getValue().getAsDouble(), distribution.nextMu(rank).orElseThrow(), 1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("mirostatOne")
  void mirostatOneKeepsAsManyTokens(JsonObject given) {
    var recipe = given.getAsJsonObject("logits_gen");
    var logits =
        Logits.owning(
            LogitsRecipe.make(
                recipe.get("kind").getAsString(),
                recipe.get("seed").getAsLong(),
                recipe.get("n").getAsInt()));
    var all = Survivors.all(Distribution.of(logits, 1));

    assertEquals(given.get("s_hat").getAsDouble(), MirostatOne.zipfExponent(all), 1e-9);
    assertEquals(given.get("k").getAsInt(), MirostatOne.k(all, given.get("mu").getAsDouble()));
  }

  @ParameterizedTest
  @MethodSource("dry")
  void dryPenalisesTheSameTokens(JsonObject given) {
    var breakers =
        given.getAsJsonArray("breakers").asList().stream()
            .map(
                breaker ->
                    breaker.getAsJsonArray().asList().stream().map(JsonElement::getAsInt).toList())
            .toList();
    var stage =
        new Dry(
            given.get("multiplier").getAsDouble(),
            given.get("base").getAsDouble(),
            given.get("allowed_length").getAsInt(),
            0,
            breakers);
    var edits = new LogitEdits(Logits.owning(new float[10]));

    stage.apply(edits, TokenHistory.of(ReferenceFile.ints(given.getAsJsonArray("last_tokens")), 0));

    var penalty = given.getAsJsonObject("penalty");
    for (int id = 0; id < 10; id++) {
      var expected = penalty.get(Integer.toString(id));
      assertEquals(expected == null ? 0 : -expected.getAsDouble(), edits.get(id), 1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("penalties")
  void penaltiesOfTheEnginesGiveTheSameLogits(JsonObject given) {
    boolean vllm = given.has("prompt_tokens");
    var prompt = vllm ? ReferenceFile.ints(given.getAsJsonArray("prompt_tokens")) : new int[0];
    var output = ReferenceFile.ints(given.getAsJsonArray(vllm ? "output_tokens" : "last_tokens"));
    var ids = IntStream.concat(IntStream.of(prompt), IntStream.of(output)).toArray();
    var history = TokenHistory.of(ids, prompt.length);
    var edits = new LogitEdits(logits(given));
    var counted = vllm ? PenaltyScope.OUTPUT : PenaltyScope.LAST_64;

    new RepetitionPenalty(
            given.get(vllm ? "repetition" : "repeat").getAsDouble(),
            vllm ? PenaltyScope.ALL : PenaltyScope.LAST_64)
        .apply(edits, history);
    new FrequencyPenalty(given.get("freq").getAsDouble(), counted).apply(edits, history);
    new PresencePenalty(given.get("present").getAsDouble(), counted).apply(edits, history);

    var expected = ReferenceFile.doubles(given.getAsJsonArray("logits_out"));
    for (int id = 0; id < expected.length; id++) {
      assertEquals(expected[id], edits.get(id), 1e-12);
    }
  }

  private static Logits logits(JsonObject given) {
    return Logits.owning(ReferenceFile.floats(given.getAsJsonArray("logits")));
  }

  private static int[] kept(JsonObject given, TruncationStage stage, StepContext step) {
    var logits = logits(given);
    var kept = stage.keep(Survivors.all(Distribution.of(logits, 1)), step);
    return IntStream.rangeClosed(kept.first(), kept.last())
        .map(logits::tokenAtRank)
        .sorted()
        .toArray();
  }
}
