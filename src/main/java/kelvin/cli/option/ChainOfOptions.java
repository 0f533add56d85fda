package kelvin.cli.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;
import kelvin.cli.environment.UsageException;
import kelvin.cli.output.SamplerFile;
import kelvin.distribution.FrequencyPenalty;
import kelvin.distribution.LogitBias;
import kelvin.distribution.PenaltyScope;
import kelvin.distribution.PresencePenalty;
import kelvin.distribution.RepetitionPenalty;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/// Builds the chain that sampling options ask for.
///
/// A stage takes what the options do not say, such as the rule for ties, from the chain that it is
/// put into. An option with the value that changes nothing switches its stage off.
final class ChainOfOptions {

  private static final Pattern BIAS = Pattern.compile("(\\d+)=(.+)");

  private final SamplingOptions options;
  private SamplerChain chain;

  /// @param otherwise the chain to begin with where no option says another one
  ChainOfOptions(SamplingOptions options, Optional<SamplerChain> otherwise) {
    this.options = options;
    chain = start(otherwise);
  }

  private SamplerChain start(Optional<SamplerChain> otherwise) {
    var file = options.samplerFile;
    if (options.sampler != null) {
      if (options.preset != null || file != null) {
        throw new UsageException(
            "--sampler, --sampler-file and --preset all say where to begin: give one");
      }
      return SamplerFile.parse("--sampler", options.sampler);
    }
    if (file != null) {
      if (options.preset != null) {
        throw new UsageException("--sampler-file and --preset both say where to begin: give one");
      }
      return SamplerFile.read(file);
    }
    if (options.preset != null) {
      return SamplerPreset.of(options.preset).chain();
    }
    return otherwise.orElseGet(() -> orderPreset().orElse(SamplerPreset.HUGGING_FACE).neutral());
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
        StageKind.REPETITION_PENALTY,
        value -> new RepetitionPenalty(value, repeated));
    put(
        options.frequencyPenalty,
        StageKind.FREQUENCY_PENALTY,
        value -> new FrequencyPenalty(value, counted));
    put(
        options.presencePenalty,
        StageKind.PRESENCE_PENALTY,
        value -> new PresencePenalty(value, counted));
    options.numbers().forEach(this::put);
    return ordered();
  }

  /// Sets the main setting of a stage and leaves its others as they are in the chain.
  private void put(StageKind kind, Number value) {
    var settings = new HashMap<String, Object>();
    chain.find(kind).ifPresent(entry -> settings.putAll(entry.stage().settings()));
    settings.put(kind.mainSetting(), value);
    put(value.doubleValue(), kind, _ -> kind.read(settings));
  }

  private void put(@Nullable Double value, StageKind kind, DoubleFunction<SamplerStage> stage) {
    if (value == null) {
      return;
    }
    if (kind.isOffWhenNeutral() && value == kind.neutral()) {
      chain = chain.switched(kind, false);
      return;
    }
    try {
      chain = chain.with(stage.apply(value));
    } catch (IllegalArgumentException e) {
      var allowed = kind.isOffWhenNeutral() ? "; " + (int) kind.neutral() + " is off" : "";
      throw new UsageException(e.getMessage() + allowed);
    }
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
        throw notABias(text);
      }
      biases.add(bias(text, match.group(1), match.group(2)));
    }
    chain = chain.with(new LogitBias(biases));
  }

  private static LogitBias.Bias bias(String text, String id, String value) {
    try {
      return new LogitBias.Bias(List.of(Numbers.whole(id)), Numbers.real(value));
    } catch (TypeConversionException _) {
      throw notABias(text);
    }
  }

  private static UsageException notABias(String text) {
    return new UsageException("--logit-bias must be ID=VALUE, such as 42=-inf, was '" + text + "'");
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
