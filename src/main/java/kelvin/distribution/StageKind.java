package kelvin.distribution;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All kinds of stages, with the names that files, the command line and the window use.
public enum StageKind {
  LOGIT_BIAS("logit-bias", LogitBias::read),
  SUPPRESSED_TOKENS("suppressed-tokens", SuppressedTokens::read),
  REPETITION_PENALTY("repetition-penalty", "penalty", 1, RepetitionPenalty::read),
  FREQUENCY_PENALTY("frequency-penalty", "penalty", 0, FrequencyPenalty::read),
  PRESENCE_PENALTY("presence-penalty", "penalty", 0, PresencePenalty::read),
  NO_REPEAT_NGRAM("no-repeat-ngram", "n", 0, NoRepeatNgram::read),
  DRY("dry", "multiplier", 0, Dry::read),
  TEMPERATURE("temperature", "temperature", 1, Temperature::read),
  DYNAMIC_TEMPERATURE("dynamic-temperature", "range", 0, DynamicTemperature::read),
  TOP_K("top-k", "k", 0, TopK::read),
  TOP_P("top-p", "p", 1, TopP::read),
  MIN_P("min-p", "p", 0, MinP::read),
  TYPICAL("typical-p", "mass", 1, Typical::read),
  EPSILON_CUTOFF("epsilon-cutoff", "cutoff", 0, EpsilonCutoff::read),
  ETA_CUTOFF("eta-cutoff", "cutoff", 0, EtaCutoff::read),
  TOP_N_SIGMA("top-n-sigma", "n", 0, TopNSigma::read),
  TOP_H("top-h", "h", 0, TopH::read),
  XTC("xtc", "probability", 0, Xtc::read),
  MIROSTAT_1("mirostat-1", "target", 0, MirostatOne::read),
  MIROSTAT_2("mirostat-2", "target", 0, MirostatTwo::read);

  private final String label;
  private final String mainSetting;
  private final double neutral;

  @SuppressWarnings("ImmutableEnumChecker") // Method references, which hold nothing.
  private final Function<StageValues, SamplerStage> reader;

  /// A stage whose settings are lists of tokens.
  StageKind(String label, Function<StageValues, SamplerStage> reader) {
    this(label, "", Double.NaN, reader);
  }

  StageKind(
      String label,
      String mainSetting,
      double neutral,
      Function<StageValues, SamplerStage> reader) {
    this.label = label;
    this.mainSetting = mainSetting;
    this.neutral = neutral;
    this.reader = reader;
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
    var stage = reader.apply(new StageValues(label, settings));
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

  /// The name of the number that the stage is set by before all others; empty where lists of tokens
  /// set it.
  public String mainSetting() {
    return mainSetting;
  }

  /// The main setting at which the stage changes nothing; NaN where there is none.
  public double neutral() {
    return neutral;
  }

  /// Returns whether the stage is off at its neutral value. Temperature 1 is a setting like any
  /// other: nobody expects the stage to go off there.
  public boolean isOffWhenNeutral() {
    return this != TEMPERATURE && !Double.isNaN(neutral);
  }

  /// The stage with its default settings.
  public SamplerStage standard() {
    return read(Map.of());
  }
}
