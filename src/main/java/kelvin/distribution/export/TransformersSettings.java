package kelvin.distribution.export;

import java.util.List;
import java.util.StringJoiner;
import kelvin.distribution.EpsilonCutoff;
import kelvin.distribution.EtaCutoff;
import kelvin.distribution.LogitBias;
import kelvin.distribution.MinP;
import kelvin.distribution.NoRepeatNgram;
import kelvin.distribution.PenaltyScope;
import kelvin.distribution.RepetitionPenalty;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StageKind;
import kelvin.distribution.SuppressedTokens;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopH;
import kelvin.distribution.TopK;
import kelvin.distribution.TopP;
import kelvin.distribution.Typical;

/// Writes a chain as a `GenerationConfig` of Hugging Face Transformers.
final class TransformersSettings {

  private TransformersSettings() {}

  static ToolSettings of(SamplerChain chain, List<String> differences) {
    var code = new StringJoiner(",\n    ", "GenerationConfig(\n    ", ",\n)");
    boolean greedy = chain.fixedTemperature() == 0;
    code.add("do_sample=" + (greedy ? "False" : "True"));
    for (var stage : chain.active()) {
      switch (stage) {
        case Temperature(double temperature) -> {
          if (!greedy) {
            code.add("temperature=" + CodeNumbers.python(temperature));
          }
        }
        case TopK(int k, TopK.Ties ties, int _) -> {
          code.add("top_k=" + k);
          if (ties == TopK.Ties.EXACT) {
            differences.add("transformers keeps all tokens that tie with the k-th.");
          }
        }
        case TopP(double p, int _) -> code.add("top_p=" + p);
        case MinP(double p, int _) -> code.add("min_p=" + p);
        case Typical(double mass, int _) -> code.add("typical_p=" + mass);
        case EpsilonCutoff(double epsilon, int _) -> code.add("epsilon_cutoff=" + epsilon);
        case EtaCutoff(double epsilon, int _) -> code.add("eta_cutoff=" + epsilon);
        case TopH(double h) -> code.add("top_h=" + h);
        case RepetitionPenalty(double penalty, PenaltyScope scope) -> {
          code.add("repetition_penalty=" + penalty);
          if (!scope.equals(PenaltyScope.ALL)) {
            differences.add("transformers counts the whole prompt and output for its penalty.");
          }
        }
        case NoRepeatNgram(int n) -> code.add("no_repeat_ngram_size=" + n);
        case LogitBias(List<LogitBias.Bias> biases) ->
            code.add("sequence_bias=" + biases.stream().map(TransformersSettings::pair).toList());
        case SuppressedTokens(List<List<Integer>> sequences) ->
            code.add("bad_words_ids=" + sequences);
        default -> differences.add(Tool.TRANSFORMERS.missingStage(stage));
      }
    }
    if (!greedy && chain.active(StageKind.TOP_K).isEmpty()) {
      // Without this argument the tool would use 50.
      code.add("top_k=0");
    }
    Tool.TRANSFORMERS.compareOrder(chain, differences);
    return new ToolSettings(code.toString(), differences);
  }

  private static String pair(LogitBias.Bias bias) {
    return "[" + bias.sequence() + ", " + CodeNumbers.python(bias.change()) + "]";
  }
}
