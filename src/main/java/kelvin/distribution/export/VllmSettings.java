package kelvin.distribution.export;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import kelvin.distribution.FrequencyPenalty;
import kelvin.distribution.LogitBias;
import kelvin.distribution.MinP;
import kelvin.distribution.PenaltyScope;
import kelvin.distribution.PresencePenalty;
import kelvin.distribution.RepetitionPenalty;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopK;
import kelvin.distribution.TopP;

/// Writes a chain as `SamplingParams` of vLLM.
final class VllmSettings {

  private VllmSettings() {}

  static ToolSettings of(SamplerChain chain, List<String> differences) {
    var code = new StringJoiner(",\n    ", "SamplingParams(\n    ", ",\n)");
    code.setEmptyValue("SamplingParams()");
    for (var stage : chain.active()) {
      switch (stage) {
        case Temperature(double temperature) -> {
          code.add("temperature=" + CodeNumbers.python(temperature));
          if (temperature > 0 && temperature < 0.01) {
            differences.add(
                "vllm raises a temperature below 0.01 to 0.01; below 1e-5 it is greedy.");
          }
        }
        case TopK(int k, TopK.Ties ties, int _) -> {
          code.add("top_k=" + k);
          if (ties == TopK.Ties.EXACT) {
            differences.add("vllm keeps all tokens that tie with the k-th.");
          }
        }
        case TopP(double p, int _) -> {
          code.add("top_p=" + p);
          if (p == 0) {
            differences.add("vllm refuses a top_p of 0: use top_k=1.");
          }
        }
        case MinP(double p, int _) -> code.add("min_p=" + p);
        case RepetitionPenalty(double penalty, PenaltyScope scope) ->
            penalty(code, "repetition_penalty", penalty, scope, PenaltyScope.ALL, differences);
        case FrequencyPenalty(double penalty, PenaltyScope scope) ->
            penalty(code, "frequency_penalty", penalty, scope, PenaltyScope.OUTPUT, differences);
        case PresencePenalty(double penalty, PenaltyScope scope) ->
            penalty(code, "presence_penalty", penalty, scope, PenaltyScope.OUTPUT, differences);
        case LogitBias(List<LogitBias.Bias> biases) -> biases(code, biases, differences);
        default -> differences.add(Tool.VLLM.missingStage(stage));
      }
    }
    Tool.VLLM.compareOrder(chain, differences);
    return new ToolSettings(code.toString(), differences);
  }

  private static void penalty(
      StringJoiner code,
      String name,
      double penalty,
      PenaltyScope scope,
      PenaltyScope theirs,
      List<String> differences) {
    code.add(name + "=" + penalty);
    if (!scope.equals(theirs)) {
      differences.add(
          "vllm counts "
              + (theirs.withPrompt() ? "the whole prompt and output" : "the output alone")
              + " for its "
              + name
              + ".");
    }
  }

  private static void biases(
      StringJoiner code, List<LogitBias.Bias> biases, List<String> differences) {
    code.add(
        biases.stream()
            .filter(CodeNumbers::isSingle)
            .map(bias -> bias.sequence().getFirst() + ": " + CodeNumbers.python(bias.change()))
            .collect(Collectors.joining(", ", "logit_bias={", "}")));
    if (!biases.stream().allMatch(CodeNumbers::isSingle)) {
      differences.add("vllm has no bias for a sequence of tokens: sequences are left out.");
    }
  }
}
