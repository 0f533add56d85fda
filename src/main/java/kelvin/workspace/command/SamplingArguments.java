package kelvin.workspace.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.distribution.LogitBias;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageKind;
import kelvin.distribution.StageRecord;
import kelvin.distribution.Temperature;
import kelvin.workspace.file.JsonText;

/// The options of the command line that make a sampler chain.
///
/// Most chains are a few numbers in the order of an engine. The options are tried as the command
/// line reads them; what they cannot say is given whole, as JSON.
final class SamplingArguments {

  /// The stages with an option, in the order in which the command line adds them to a chain.
  private static final List<StageKind> OPTIONS =
      List.of(
          StageKind.LOGIT_BIAS,
          StageKind.REPETITION_PENALTY,
          StageKind.FREQUENCY_PENALTY,
          StageKind.PRESENCE_PENALTY,
          StageKind.TEMPERATURE,
          StageKind.TOP_H,
          StageKind.TOP_K,
          StageKind.TOP_P,
          StageKind.MIN_P,
          StageKind.TYPICAL,
          StageKind.EPSILON_CUTOFF,
          StageKind.ETA_CUTOFF,
          StageKind.TOP_N_SIGMA);

  private final SamplerChain wanted;
  private final List<String> words = new ArrayList<>();
  private SamplerChain built;

  private SamplingArguments(SamplerChain wanted, SamplerChain start) {
    this.wanted = wanted;
    built = start;
  }

  static List<String> of(SamplerChain chain) {
    for (var preset : SamplerPreset.values()) {
      var order = preset == SamplerPreset.HUGGING_FACE ? "" : preset.label();
      var options = new SamplingArguments(chain, preset.neutral()).options(order, List.of());
      if (options.isPresent()) {
        return options.get();
      }
    }
    var kinds = effective(chain).stream().map(SamplerStage::kind).toList();
    var names = kinds.stream().map(StageKind::label).collect(Collectors.joining(","));
    return new SamplingArguments(chain, SamplerPreset.HUGGING_FACE.neutral())
        .options(names, kinds)
        .orElseGet(() -> List.of("--sampler=" + json(chain)));
  }

  /// The options, if they make the chain.
  private Optional<List<String>> options(String order, List<StageKind> ordered) {
    if (!order.isEmpty()) {
      words.add("--order=" + order);
    }
    for (var kind : OPTIONS) {
      var stage = wanted.active(kind);
      if (stage.isPresent() && !add(stage.get())) {
        return Optional.empty();
      }
    }
    var made = ordered.isEmpty() ? built : built.ordered(ordered);
    return effective(made).equals(effective(wanted)) ? Optional.of(words) : Optional.empty();
  }

  private boolean add(SamplerStage stage) {
    if (stage instanceof LogitBias(var biases)) {
      boolean single = biases.stream().allMatch(bias -> bias.sequence().size() == 1);
      biases.forEach(
          bias ->
              words.add("--logit-bias=" + bias.sequence().getFirst() + "=" + word(bias.change())));
      built = built.with(stage);
      return single && !biases.isEmpty();
    }
    var kind = stage.kind();
    if (!(stage.settings().get(kind.mainSetting()) instanceof Number number)
        || (kind.isOffWhenNeutral() && number.doubleValue() == kind.neutral())) {
      return false;
    }
    if (!stage.equals(new Temperature(1))) {
      words.add("--" + kind.label() + "=" + word(number));
    }
    var settings = new HashMap<String, Object>();
    built.find(kind).ifPresent(entry -> settings.putAll(entry.stage().settings()));
    settings.put(kind.mainSetting(), number);
    built = built.with(kind.read(settings));
    return true;
  }

  /// The stages that are on, without a temperature that changes nothing.
  private static List<SamplerStage> effective(SamplerChain chain) {
    return chain.active().stream().filter(stage -> !stage.equals(new Temperature(1))).toList();
  }

  private static String word(Number number) {
    double value = number.doubleValue();
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String json(SamplerChain chain) {
    var stages =
        StageRecord.of(SamplerChain.of(chain.active().toArray(SamplerStage[]::new))).stream()
            .map(SamplingArguments::json)
            .toList();
    var document = new LinkedHashMap<String, Object>();
    document.put("version", 1);
    document.put("stages", stages);
    return JsonText.line(document);
  }

  private static Map<String, Object> json(StageRecord stage) {
    var members = new LinkedHashMap<String, Object>();
    members.put("stage", stage.stage());
    members.putAll(stage.settings());
    return members;
  }
}
