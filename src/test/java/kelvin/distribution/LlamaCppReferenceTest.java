package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The expectations of llama.cpp's own sampler test, where top-k keeps exactly k.
class LlamaCppReferenceTest {

  private static final double TOLERANCE = 1e-5;
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
    double temperature = given.has("temp") ? given.get("temp").getAsDouble() : 1;

    var distribution =
        TruncatedDistribution.of(
            Distribution.of(Logits.owning(logits), temperature), stages(given));

    var expected =
        Arrays.stream(ReferenceFile.doubles(given.getAsJsonArray("expected")))
            .filter(probability -> probability > 0)
            .sorted()
            .toArray();
    var actual =
        IntStream.rangeClosed(1, logits.length)
            .mapToDouble(distribution::finalProbability)
            .filter(probability -> probability > 0)
            .sorted()
            .toArray();
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], TOLERANCE);
    }
  }

  private static List<TruncationStage> stages(JsonObject given) {
    return switch (given.get("sampler").getAsString()) {
      case "temp" -> List.of();
      case "top_k" -> {
        int k = given.get("k").getAsInt();
        yield k == 0 ? List.of() : List.of(new TopK(k, TopK.Ties.EXACT));
      }
      case "top_p" -> List.of(new TopP(given.get("p").getAsDouble()));
      case "min_p" -> {
        double p = given.get("p").getAsDouble();
        yield p == 0 ? List.of() : List.of(new MinP(p));
      }
      default -> throw new IllegalArgumentException(given.toString());
    };
  }

  @ParameterizedTest
  @MethodSource("queues")
  void samplersInAnyOrderLeaveAsManyTokens(JsonObject given) {
    var logits = new float[QUEUE_SIZE];
    for (int id = 0; id < logits.length; id++) {
      logits[id] = (float) Math.log(id);
    }

    var outcomes =
        TruncatedDistribution.of(Distribution.of(Logits.owning(logits), 1), queueStages(given))
            .outcomes();

    var expected =
        given.getAsJsonArray("steps").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(step -> !isOff(given, step.get("op").getAsString()))
            .map(step -> step.get("size").getAsInt())
            .toList();
    assertEquals(expected, outcomes.stream().map(StageOutcome::keptAfter).toList());
  }

  private static List<TruncationStage> queueStages(JsonObject given) {
    var stages = new ArrayList<TruncationStage>();
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
    return stages;
  }

  /// In llama.cpp a p of 1 leaves even the token that is impossible.
  private static boolean isOff(JsonObject given, String letter) {
    return letter.equals("p") && given.get("top_p").getAsDouble() == 1;
  }
}
