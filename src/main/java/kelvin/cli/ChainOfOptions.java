package kelvin.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;
import kelvin.distribution.EpsilonCutoff;
import kelvin.distribution.EtaCutoff;
import kelvin.distribution.FrequencyPenalty;
import kelvin.distribution.LogitBias;
import kelvin.distribution.MinP;
import kelvin.distribution.PenaltyScope;
import kelvin.distribution.PresencePenalty;
import kelvin.distribution.RepetitionPenalty;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageKind;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopH;
import kelvin.distribution.TopK;
import kelvin.distribution.TopNSigma;
import kelvin.distribution.TopP;
import kelvin.distribution.Typical;
import org.jspecify.annotations.Nullable;

/// Builds the chain that sampling options ask for.
///
/// A stage takes what the options do not say, such as the rule for ties, from the chain that it is
/// put into. An option with the value that changes nothing switches its stage off.
final class ChainOfOptions {

  private static final Pattern BIAS = Pattern.compile("(\\d+)=(.+)");

  private final SamplingOptions options;
  private SamplerChain chain;

  ChainOfOptions(SamplingOptions options) {
    this.options = options;
    chain = start();
  }

  private SamplerChain start() {
    var file = options.samplerFile;
    if (file != null) {
      if (options.preset != null) {
        throw new UsageException("--sampler-file and --preset both say where to begin: give one");
      }
      return SamplerFile.read(file);
    }
    if (options.preset != null) {
      return SamplerPreset.of(options.preset).chain();
    }
    return orderPreset().orElse(SamplerPreset.HUGGING_FACE).neutral();
  }

  private Optional<SamplerPreset> orderPreset() {
    return Arrays.stream(SamplerPreset.values())
        .filter(preset -> preset.label().equals(options.order))
        .findFirst();
  }

  SamplerChain build() {
    biases();
    var counted = scope(StageKind.FREQUENCY_PENALTY, PenaltyScope.OUTPUT);
    var repeated = scope(StageKind.REPETITION_PENALTY, PenaltyScope.ALL);
    put(
        options.repetitionPenalty,
        1,
        StageKind.REPETITION_PENALTY,
        value -> new RepetitionPenalty(value, repeated));
    put(
        options.frequencyPenalty,
        0,
        StageKind.FREQUENCY_PENALTY,
        value -> new FrequencyPenalty(value, counted));
    put(
        options.presencePenalty,
        0,
        StageKind.PRESENCE_PENALTY,
        value -> new PresencePenalty(value, counted));
    put(options.temperature, Double.NaN, StageKind.TEMPERATURE, Temperature::new);
    put(options.topH, 0, StageKind.TOP_H, TopH::new);
    topK();
    put(options.topP, 1, StageKind.TOP_P, TopP::new);
    put(options.minP, 0, StageKind.MIN_P, MinP::new);
    put(options.typicalP, 1, StageKind.TYPICAL, Typical::new);
    put(options.epsilonCutoff, 0, StageKind.EPSILON_CUTOFF, EpsilonCutoff::new);
    put(options.etaCutoff, 0, StageKind.ETA_CUTOFF, EtaCutoff::new);
    put(options.topNSigma, 0, StageKind.TOP_N_SIGMA, TopNSigma::new);
    return ordered();
  }

  private void put(
      @Nullable Double value, double off, StageKind kind, DoubleFunction<SamplerStage> stage) {
    if (value == null) {
      return;
    }
    if (value == off) {
      chain = chain.switched(kind, false);
      return;
    }
    try {
      chain = chain.with(stage.apply(value));
    } catch (IllegalArgumentException e) {
      var allowed = Double.isNaN(off) ? "" : "; " + (int) off + " is off";
      throw new UsageException(e.getMessage() + allowed);
    }
  }

  private void topK() {
    var k = options.topK;
    if (k == null) {
      return;
    }
    var ties =
        chain
            .find(StageKind.TOP_K)
            .map(entry -> ((TopK) entry.stage()).ties())
            .orElse(TopK.Ties.KEEP);
    put(k.doubleValue(), 0, StageKind.TOP_K, _ -> new TopK(k, ties));
  }

  private PenaltyScope scope(StageKind kind, PenaltyScope otherwise) {
    return chain
        .find(kind)
        .map(
            entry ->
                switch (entry.stage()) {
                  case RepetitionPenalty(double _, PenaltyScope scope) -> scope;
                  case FrequencyPenalty(double _, PenaltyScope scope) -> scope;
                  default -> otherwise;
                })
        .orElse(otherwise);
  }

  private void biases() {
    if (options.logitBias.isEmpty()) {
      return;
    }
    var biases = new ArrayList<LogitBias.Bias>();
    for (var text : options.logitBias) {
      var match = BIAS.matcher(text);
      if (!match.matches()) {
        throw new UsageException(
            "--logit-bias must be ID=VALUE, such as 42=-inf, was '" + text + "'");
      }
      int id = Numbers.whole(match.group(1));
      biases.add(new LogitBias.Bias(List.of(id), Numbers.real(match.group(2))));
    }
    chain = chain.with(new LogitBias(biases));
  }

  /// A preset that began the chain has its order; a file's chain and another preset's take it.
  private SamplerChain ordered() {
    var order = options.order;
    if (order == null) {
      return chain;
    }
    var preset = orderPreset();
    if (preset.isPresent()) {
      return chain.ordered(
          preset.get().chain().entries().stream().map(entry -> entry.stage().kind()).toList());
    }
    return chain.ordered(
        Arrays.stream(order.split(",", -1)).map(String::strip).map(StageKind::of).toList());
  }
}
