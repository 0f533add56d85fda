package kelvin.distribution;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
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

  /// What the case asks for. Where its temperature comes last, the cuts are made at τ = 1 and the
  /// survivors, which are the first ranks at every temperature, are scaled afterwards.
  TruncatedDistribution truncate(Logits logits) {
    var order = order();
    boolean temperatureLast = order.size() > 1 && order.getLast().equals("temperature");
    var scaled = Distribution.of(logits, temperature());
    if (!temperatureLast) {
      return TruncatedDistribution.of(scaled, stages());
    }
    int kept = TruncatedDistribution.of(Distribution.of(logits, 1), stages()).keptCount();
    return TruncatedDistribution.of(scaled, List.of(new TopK(kept, TopK.Ties.EXACT)));
  }

  private List<String> order() {
    return row.getAsJsonArray("order").asList().stream().map(JsonElement::getAsString).toList();
  }

  private double temperature() {
    return order().contains("temperature") ? parameter("temperature") : 1;
  }

  private List<TruncationStage> stages() {
    var stages = new ArrayList<TruncationStage>();
    for (var name : order()) {
      switch (name) {
        case "temperature" -> {}
        case "top_k" -> stages.add(new TopK((int) parameter(name), TopK.Ties.KEEP));
        case "top_p" -> stages.add(new TopP(parameter(name)));
        case "min_p" -> {
          // 0 removes nothing: the stage is off.
          if (parameter(name) > 0) {
            stages.add(new MinP(parameter(name)));
          }
        }
        default -> throw new IllegalArgumentException("no stage " + name);
      }
    }
    return stages;
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
