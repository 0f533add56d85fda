package kelvin.distribution;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// All kinds of stages, with the names that files, the command line and the window use.
public enum StageKind {
  LOGIT_BIAS("logit-bias"),
  SUPPRESSED_TOKENS("suppressed-tokens"),
  REPETITION_PENALTY("repetition-penalty"),
  FREQUENCY_PENALTY("frequency-penalty"),
  PRESENCE_PENALTY("presence-penalty"),
  NO_REPEAT_NGRAM("no-repeat-ngram"),
  DRY("dry"),
  TEMPERATURE("temperature"),
  DYNAMIC_TEMPERATURE("dynamic-temperature"),
  TOP_K("top-k"),
  TOP_P("top-p"),
  MIN_P("min-p"),
  TYPICAL("typical-p"),
  EPSILON_CUTOFF("epsilon-cutoff"),
  ETA_CUTOFF("eta-cutoff"),
  TOP_N_SIGMA("top-n-sigma"),
  TOP_H("top-h"),
  XTC("xtc"),
  MIROSTAT_1("mirostat-1"),
  MIROSTAT_2("mirostat-2");

  private final String label;

  StageKind(String label) {
    this.label = label;
  }

  /// The name in files, on the command line and in the window.
  public String label() {
    return label;
  }

  /// @throws IllegalArgumentException if there is no such stage; the message lists all
  public static StageKind of(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no stage '"
                        + label
                        + "'; use one of: "
                        + Arrays.stream(values())
                            .map(StageKind::label)
                            .collect(Collectors.joining(", "))));
  }

  /// Makes the stage with these settings; missing ones have their defaults.
  ///
  /// @throws IllegalArgumentException naming the setting that is unknown or outside its range
  public SamplerStage read(Map<String, ?> settings) {
    var stage = read(new StageValues(label, settings));
    for (var name : settings.keySet()) {
      if (!stage.settings().containsKey(name)) {
        throw new IllegalArgumentException(
            label
                + " has no setting '"
                + name
                + "'; use one of: "
                + stage.settings().keySet().stream().sorted().collect(Collectors.joining(", ")));
      }
    }
    return stage;
  }

  /// The stage with its default settings.
  public SamplerStage standard() {
    return read(Map.of());
  }

  private SamplerStage read(StageValues values) {
    return switch (this) {
      case LOGIT_BIAS -> LogitBias.read(values);
      case SUPPRESSED_TOKENS -> SuppressedTokens.read(values);
      case REPETITION_PENALTY -> RepetitionPenalty.read(values);
      case FREQUENCY_PENALTY -> FrequencyPenalty.read(values);
      case PRESENCE_PENALTY -> PresencePenalty.read(values);
      case NO_REPEAT_NGRAM -> NoRepeatNgram.read(values);
      case DRY -> Dry.read(values);
      case TEMPERATURE -> Temperature.read(values);
      case DYNAMIC_TEMPERATURE -> DynamicTemperature.read(values);
      case TOP_K -> TopK.read(values);
      case TOP_P -> TopP.read(values);
      case MIN_P -> MinP.read(values);
      case TYPICAL -> Typical.read(values);
      case EPSILON_CUTOFF -> EpsilonCutoff.read(values);
      case ETA_CUTOFF -> EtaCutoff.read(values);
      case TOP_N_SIGMA -> TopNSigma.read(values);
      case TOP_H -> TopH.read(values);
      case XTC -> Xtc.read(values);
      case MIROSTAT_1 -> MirostatOne.read(values);
      case MIROSTAT_2 -> MirostatTwo.read(values);
    };
  }
}
