package kelvin.distribution.export;

import java.util.ArrayList;
import java.util.List;
import kelvin.distribution.EpsilonCutoff;
import kelvin.distribution.EtaCutoff;
import kelvin.distribution.LogitBias;
import kelvin.distribution.MinP;
import kelvin.distribution.NoRepeatNgram;
import kelvin.distribution.PenaltyScope;
import kelvin.distribution.RepetitionPenalty;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopH;
import kelvin.distribution.TopK;
import kelvin.distribution.TopP;
import kelvin.distribution.Typical;

/// The stages of a chain as logits processors of Hugging Face Transformers, in their order.
///
/// @param code a Python expression for each stage
/// @param missing a sentence for each stage that Transformers does not have, or has otherwise
public record TransformersProcessors(List<String> code, List<String> missing) {

  public TransformersProcessors {
    code = List.copyOf(code);
    missing = List.copyOf(missing);
  }

  /// The processors of the stages that are on. A temperature of 0 is none: the draw is greedy.
  public static TransformersProcessors of(SamplerChain chain) {
    var code = new ArrayList<String>();
    var missing = new ArrayList<String>();
    for (var stage : chain.active()) {
      if (!stage.equals(new Temperature(0)) && !stage.equals(new Temperature(1))) {
        add(stage, code, missing);
      }
    }
    return new TransformersProcessors(code, missing);
  }

  private static void add(SamplerStage stage, List<String> code, List<String> missing) {
    switch (stage) {
      case Temperature(double temperature) ->
          code.add(call("TemperatureLogitsWarper", temperature));
      case TopK(int k, TopK.Ties ties, int _) -> {
        code.add("TopKLogitsWarper(" + k + ")");
        if (ties == TopK.Ties.EXACT) {
          missing.add("Transformers keeps all tokens that tie with the k-th.");
        }
      }
      case TopP(double p, int _) -> code.add(call("TopPLogitsWarper", p));
      case MinP(double p, int _) -> code.add(call("MinPLogitsWarper", p));
      case Typical(double mass, int _) -> code.add(call("TypicalLogitsWarper", mass));
      case EpsilonCutoff(double epsilon, int _) -> code.add(call("EpsilonLogitsWarper", epsilon));
      case EtaCutoff(double epsilon, int _) -> code.add(call("EtaLogitsWarper", epsilon));
      case TopH(double h) -> code.add(call("TopHLogitsWarper", h));
      case RepetitionPenalty(double penalty, PenaltyScope scope) -> {
        code.add(call("RepetitionPenaltyLogitsProcessor", penalty));
        if (!scope.equals(PenaltyScope.ALL)) {
          missing.add("Transformers counts the whole prompt and output for its penalty.");
        }
      }
      case NoRepeatNgram(int n) -> code.add("NoRepeatNGramLogitsProcessor(" + n + ")");
      case LogitBias(List<LogitBias.Bias> biases) ->
          code.add(
              "SequenceBiasLogitsProcessor("
                  + biases.stream().map(TransformersProcessors::pair).toList()
                  + ")");
      default -> missing.add(Tool.TRANSFORMERS.missingStage(stage));
    }
  }

  private static String call(String type, double value) {
    return type + "(" + CodeNumbers.python(value) + ")";
  }

  private static String pair(LogitBias.Bias bias) {
    return "[" + bias.sequence() + ", " + CodeNumbers.python(bias.change()) + "]";
  }
}
