package kelvin.distribution;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/// One case of `hf_cases.json`.
record HuggingFaceCase(JsonObject row) {

  String id() {
    return row.get("id").getAsString();
  }

  Logits logits() {
    if (row.has("logits")) {
      return Logits.owning(ReferenceFile.floats(row.getAsJsonArray("logits")));
    }
    var recipe = row.getAsJsonObject("logits_gen");
    return Logits.owning(
        LogitsRecipe.make(
            recipe.get("kind").getAsString(),
            recipe.get("seed").getAsLong(),
            recipe.get("n").getAsInt()));
  }

  /// Applies the case's stages in its order.
  TruncatedDistribution truncate(Logits logits) {
    var stages = order().stream().map(this::stage).toArray(SamplerStage[]::new);
    return new ChainEvaluator()
        .evaluate(logits, SamplerChain.of(stages), StepContext.of(history()));
  }

  private TokenHistory history() {
    return row.has("prev_tokens")
        ? TokenHistory.of(ReferenceFile.ints(row.getAsJsonArray("prev_tokens")), 0)
        : TokenHistory.EMPTY;
  }

  private List<String> order() {
    return row.getAsJsonArray("order").asList().stream().map(JsonElement::getAsString).toList();
  }

  private SamplerStage stage(String name) {
    return switch (name) {
      case "temperature" -> new Temperature(parameter(name));
      case "top_k" -> new TopK((int) parameter(name), TopK.Ties.KEEP, least());
      case "top_p" -> new TopP(parameter(name), least());
      case "min_p" -> new MinP(parameter(name), least());
      case "typical_p" -> new Typical(parameter(name), least());
      case "epsilon" -> new EpsilonCutoff(parameter(name), least());
      case "eta" -> new EtaCutoff(parameter(name), least());
      case "top_h" -> new TopH(parameter(name));
      case "repetition_penalty" -> new RepetitionPenalty(parameter(name), PenaltyScope.ALL);
      case "no_repeat_ngram" -> new NoRepeatNgram((int) parameter(name));
      case "bad_words" ->
          new SuppressedTokens(
              list(name).asList().stream().map(HuggingFaceCase::sequence).toList());
      case "sequence_bias" ->
          new LogitBias(
              list(name).asList().stream()
                  .map(JsonElement::getAsJsonArray)
                  .map(pair -> new LogitBias.Bias(sequence(pair.get(0)), pair.get(1).getAsDouble()))
                  .toList());
      default -> throw new IllegalArgumentException("no stage " + name);
    };
  }

  private int least() {
    var params = row.getAsJsonObject("params");
    return params.has("min_tokens_to_keep") ? params.get("min_tokens_to_keep").getAsInt() : 1;
  }

  private JsonArray list(String name) {
    return row.getAsJsonObject("params").getAsJsonArray(name);
  }

  private static List<Integer> sequence(JsonElement ids) {
    return ids.getAsJsonArray().asList().stream().map(JsonElement::getAsInt).toList();
  }

  private double parameter(String name) {
    return row.getAsJsonObject("params").get(name).getAsDouble();
  }

  boolean listsItsTokens() {
    return expected().has("kept");
  }

  boolean comparesIds() {
    return !row.get("boundary_sensitive").getAsBoolean()
        && !row.get("tie_order_dependent").getAsBoolean();
  }

  JsonObject expected() {
    return row.getAsJsonObject("hf_f64");
  }

  double metric(String name) {
    return row.getAsJsonObject("metrics_pre").get(name).getAsDouble();
  }

  @Override
  public String toString() {
    return id();
  }
}
