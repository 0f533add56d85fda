package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Compares with the expectations of llama.cpp's own sampler test, where top-k keeps exactly k.
class LlamaCppReferenceTest {

  private static final double TOLERANCE = 1e-5;

  /// A penalty of 50 on a logit of ln 0.2 is printed as 0.
  private static final double NOTHING = 1e-6;

  private static final int QUEUE_SIZE = 10_000;

  static Stream<JsonObject> samplers() {
    return ReferenceFile.rows("llamacpp_test_sampling.json");
  }

  static Stream<JsonObject> queues() {
    return ReferenceFile.rows("llamacpp_sampler_queue.json");
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void aSamplerGivesTheSameProbabilities(JsonObject given) {
    var probabilities = ReferenceFile.doubles(given.getAsJsonArray("probs"));
    var logits = new float[probabilities.length];
    for (int id = 0; id < logits.length; id++) {
      logits[id] = (float) Math.log(probabilities[id]);
    }
    var history =
        given.has("last_tokens")
            ? TokenHistory.of(ReferenceFile.ints(given.getAsJsonArray("last_tokens")), 0)
            : TokenHistory.EMPTY;

    var distribution =
        new ChainEvaluator()
            .evaluate(
                Logits.owning(logits),
                SamplerChain.of(LlamaCppCase.stages(given)),
                new StepContext(history, 0, 0, Double.NaN));

    boolean renormalised = !given.has("renormalised") || given.get("renormalised").getAsBoolean();
    double whole = renormalised ? 1 : distribution.keptMass();
    var expected =
        Arrays.stream(ReferenceFile.doubles(given.getAsJsonArray("expected")))
            .filter(probability -> probability > NOTHING)
            .sorted()
            .toArray();
    var actual =
        IntStream.rangeClosed(1, logits.length)
            .mapToDouble(rank -> whole * distribution.finalProbability(rank))
            .filter(probability -> probability > NOTHING)
            .sorted()
            .toArray();
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], TOLERANCE);
    }
  }

  /// Id 0 has a logit of −∞. llama.cpp counts it among its 10,000 tokens but could not draw it
  /// either.
  @ParameterizedTest
  @MethodSource("queues")
  void samplersInAnyOrderLeaveAsManyTokens(JsonObject given) {
    var logits = new float[QUEUE_SIZE];
    for (int id = 0; id < logits.length; id++) {
      logits[id] = (float) Math.log(id);
    }

    var outcomes =
        TruncatedDistribution.of(Logits.owning(logits), SamplerChain.of(queueStages(given)))
            .outcomes();

    var expected =
        given.getAsJsonArray("steps").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(step -> !isOff(given, step.get("op").getAsString()))
            .map(step -> Math.min(step.get("size").getAsInt(), QUEUE_SIZE - 1))
            .toList();
    assertEquals(expected, outcomes.stream().map(StageOutcome::keptAfter).toList());
  }

  private static SamplerStage[] queueStages(JsonObject given) {
    var stages = new ArrayList<SamplerStage>();
    for (int code : given.get("sequence").getAsString().chars().toArray()) {
      var letter = Character.toString(code);
      if (!isOff(given, letter)) {
        stages.add(
            switch (letter) {
              case "k" -> new TopK(given.get("top_k").getAsInt(), TopK.Ties.EXACT);
              case "p" -> new TopP(given.get("top_p").getAsDouble());
              case "m" -> new MinP(given.get("min_p").getAsDouble());
              default -> throw new IllegalArgumentException(letter);
            });
      }
    }
    return stages.toArray(SamplerStage[]::new);
  }

  /// In llama.cpp p = 1 turns the sampler off.
  private static boolean isOff(JsonObject given, String letter) {
    return letter.equals("p") && given.get("top_p").getAsDouble() == 1;
  }
}
