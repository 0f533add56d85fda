package kelvin.distribution.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kelvin.distribution.Dry;
import kelvin.distribution.DynamicTemperature;
import kelvin.distribution.FrequencyPenalty;
import kelvin.distribution.LogitBias;
import kelvin.distribution.MinP;
import kelvin.distribution.Mirostat;
import kelvin.distribution.MirostatOne;
import kelvin.distribution.PenaltyScope;
import kelvin.distribution.PresencePenalty;
import kelvin.distribution.RepetitionPenalty;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.SuppressedTokens;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopK;
import kelvin.distribution.TopNSigma;
import kelvin.distribution.TopP;
import kelvin.distribution.Typical;
import kelvin.distribution.Xtc;

/// Writes a chain as arguments for llama.cpp's programs, whose `--samplers` option takes any
/// order.
final class LlamaCppSettings {

  private final List<String> samplers = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final List<String> differences;

  private LlamaCppSettings(List<String> differences) {
    this.differences = differences;
  }

  static ToolSettings of(SamplerChain chain, List<String> differences) {
    var settings = new LlamaCppSettings(differences);
    chain.active().forEach(settings::add);
    if (chain.active().stream().anyMatch(Mirostat.class::isInstance)
        && settings.samplers.stream().anyMatch(name -> !name.equals("temperature"))) {
      differences.add("llama.cpp runs only logit-bias and temperature before mirostat.");
    }
    return new ToolSettings(
        "llama-cli --samplers '"
            + String.join(";", settings.samplers.stream().distinct().toList())
            + "'"
            + String.join("", settings.arguments),
        differences);
  }

  private void add(SamplerStage stage) {
    switch (stage) {
      case Temperature(double temperature) -> sampler("temperature", "--temp", temperature);
      case DynamicTemperature(double temperature, double range, double exponent) -> {
        sampler("temperature", "--temp", temperature);
        argument("--dynatemp-range", range);
        argument("--dynatemp-exp", exponent);
      }
      case TopK(int k, TopK.Ties ties, int _) -> {
        samplers.add("top_k");
        arguments.add(" --top-k " + k);
        if (ties == TopK.Ties.KEEP) {
          differences.add("llama.cpp keeps exactly k tokens, even if others tie with the k-th.");
        }
      }
      case TopP(double p, int _) -> sampler("top_p", "--top-p", p);
      case MinP(double p, int _) -> sampler("min_p", "--min-p", p);
      case Typical(double mass, int _) -> sampler("typ_p", "--typical", mass);
      case TopNSigma(double n) -> sampler("top_n_sigma", "--top-nsigma", n);
      case Xtc(double probability, double threshold) -> {
        sampler("xtc", "--xtc-probability", probability);
        argument("--xtc-threshold", threshold);
      }
      case RepetitionPenalty(double penalty, PenaltyScope scope) ->
          penalty("--repeat-penalty", penalty, scope);
      case FrequencyPenalty(double penalty, PenaltyScope scope) ->
          penalty("--frequency-penalty", penalty, scope);
      case PresencePenalty(double penalty, PenaltyScope scope) ->
          penalty("--presence-penalty", penalty, scope);
      case Dry dry -> dry(dry);
      case Mirostat mirostat -> {
        arguments.add(" --mirostat " + (mirostat instanceof MirostatOne ? 1 : 2));
        argument("--mirostat-ent", mirostat.target());
        argument("--mirostat-lr", mirostat.rate());
      }
      case LogitBias(List<LogitBias.Bias> biases) ->
          biases.forEach(bias -> bias(bias.sequence(), bias.change()));
      case SuppressedTokens(List<List<Integer>> sequences) ->
          sequences.forEach(sequence -> bias(sequence, Double.NEGATIVE_INFINITY));
      default -> differences.add(Tool.LLAMA_CPP.missingStage(stage));
    }
  }

  private void sampler(String name, String argument, double value) {
    samplers.add(name);
    argument(argument, value);
  }

  private void argument(String name, double value) {
    arguments.add(" " + name + " " + CodeNumbers.number(value));
  }

  private void penalty(String argument, double penalty, PenaltyScope scope) {
    sampler("penalties", argument, penalty);
    var last = " --repeat-last-n " + (scope.last() == 0 ? -1 : scope.last());
    if (!arguments.contains(last)) {
      arguments.add(last);
    }
    if (!scope.withPrompt()) {
      differences.add("llama.cpp counts the prompt's tokens too.");
    }
  }

  private void dry(Dry dry) {
    sampler("dry", "--dry-multiplier", dry.multiplier());
    argument("--dry-base", dry.base());
    arguments.add(" --dry-allowed-length " + dry.allowed());
    arguments.add(" --dry-penalty-last-n " + (dry.last() == 0 ? -1 : dry.last()));
    differences.add("llama.cpp takes the breakers of dry as text: see --dry-sequence-breaker.");
  }

  private void bias(List<Integer> sequence, double change) {
    if (sequence.size() > 1) {
      differences.add(
          "llama.cpp has no bias for a sequence of tokens: " + sequence + " is left out.");
      return;
    }
    var value =
        change == Double.NEGATIVE_INFINITY ? "-inf" : String.format(Locale.ROOT, "%+.6g", change);
    arguments.add(" --logit-bias " + sequence.getFirst() + value);
  }
}
