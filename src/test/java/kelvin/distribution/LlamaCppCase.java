package kelvin.distribution;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/// Translates a case of llama.cpp's sampler test into stages.
final class LlamaCppCase {

  private LlamaCppCase() {}

  static SamplerStage[] stages(JsonObject given) {
    return switch (given.get("sampler").getAsString()) {
      case "temp" -> only(new Temperature(number(given, "temp")));
      case "temp_ext" ->
          only(
              new DynamicTemperature(
                  number(given, "temp"), number(given, "delta"), number(given, "exponent")));
      case "top_k" -> {
        int k = given.get("k").getAsInt();
        yield k == 0 ? only() : only(new TopK(k, TopK.Ties.EXACT));
      }
      case "top_p" -> only(new TopP(number(given, "p")));
      case "min_p" -> only(new MinP(number(given, "p")));
      case "typical" -> only(new Typical(number(given, "p")));
      // A probability of 0.99 in the test means that the sampler acts.
      case "xtc" -> only(new Xtc(1, number(given, "t")));
      case "top_n_sigma" -> {
        double n = number(given, "n");
        yield n == 0 ? only() : only(new TopNSigma(n));
      }
      case "penalties" ->
          only(
              new RepetitionPenalty(number(given, "repeat"), PenaltyScope.LAST_64),
              new FrequencyPenalty(number(given, "freq"), PenaltyScope.LAST_64),
              new PresencePenalty(number(given, "present"), PenaltyScope.LAST_64));
      case "dry" ->
          only(
              new Dry(
                  number(given, "multiplier"),
                  number(given, "base"),
                  given.get("allowed_length").getAsInt(),
                  given.has("penalty_last_n") ? given.get("penalty_last_n").getAsInt() : 0,
                  breakers(given.getAsJsonArray("breakers"))));
      default -> throw new IllegalArgumentException(given.toString());
    };
  }

  private static SamplerStage[] only(SamplerStage... stages) {
    return stages;
  }

  private static double number(JsonObject given, String name) {
    return given.get(name).getAsDouble();
  }

  private static List<List<Integer>> breakers(JsonArray breakers) {
    return breakers.asList().stream()
        .map(
            breaker ->
                breaker.getAsJsonArray().asList().stream().map(JsonElement::getAsInt).toList())
        .toList();
  }
}
