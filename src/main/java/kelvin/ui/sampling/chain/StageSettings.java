package kelvin.ui.sampling.chain;

import java.util.List;
import kelvin.distribution.StageKind;
import kelvin.ui.control.SliderScale;

/// The numbers of each stage that can be set by hand, the one that is its switch first.
public final class StageSettings {

  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final SliderScale ALL_OR_LAST = SliderScale.upTo(512);

  private StageSettings() {}

  /// @param vocabularySize how far top-k can go
  public static List<StageSetting> of(StageKind kind, int vocabularySize) {
    return switch (kind) {
      case LOGIT_BIAS, SUPPRESSED_TOKENS -> List.of();
      case TEMPERATURE ->
          List.of(first(kind, "Temperature τ", 0, INFINITE, SliderScale.TEMPERATURE));
      case DYNAMIC_TEMPERATURE ->
          List.of(
              first(kind, "Dynamic temperature", 0, INFINITE, SliderScale.from(0, 2)),
              more(kind, "temperature", "middle τ", 0, INFINITE, SliderScale.TEMPERATURE),
              more(kind, "exponent", "exponent", 0, INFINITE, SliderScale.from(0, 4)));
      case TOP_K ->
          List.of(
              first(
                  kind,
                  "Top-k",
                  0,
                  Integer.MAX_VALUE,
                  SliderScale.count(Math.max(2, vocabularySize))));
      case TOP_P -> List.of(first(kind, "Top-p  nucleus", 0, 1, SliderScale.SHARE));
      case MIN_P -> List.of(first(kind, "Min-p", 0, 1, SliderScale.SMALL_SHARE));
      case TYPICAL -> List.of(first(kind, "Typical", 0, 1, SliderScale.SHARE));
      case EPSILON_CUTOFF -> List.of(first(kind, "Epsilon cutoff", 0, 1, SliderScale.SMALL_SHARE));
      case ETA_CUTOFF -> List.of(first(kind, "Eta cutoff", 0, 1, SliderScale.SMALL_SHARE));
      case TOP_N_SIGMA -> List.of(first(kind, "Top-nσ", 0, INFINITE, SliderScale.from(0, 5)));
      case TOP_H -> List.of(first(kind, "Top-h", 0, 1, SliderScale.SHARE));
      case XTC ->
          List.of(
              first(kind, "XTC", 0, 1, SliderScale.SHARE),
              more(kind, "threshold", "threshold", 0, 1, SliderScale.SHARE));
      case MIROSTAT_1 -> mirostat(kind, "Mirostat 1");
      case MIROSTAT_2 -> mirostat(kind, "Mirostat 2");
      case REPETITION_PENALTY ->
          List.of(
              first(kind, "Repetition penalty", 0, INFINITE, SliderScale.from(0.5, 2)), last(kind));
      case FREQUENCY_PENALTY -> added(kind, "Frequency penalty");
      case PRESENCE_PENALTY -> added(kind, "Presence penalty");
      case NO_REPEAT_NGRAM ->
          List.of(first(kind, "No repeated n-gram", 0, Integer.MAX_VALUE, SliderScale.upTo(10)));
      case DRY ->
          List.of(
              first(kind, "DRY", 0, INFINITE, SliderScale.from(0, 5)),
              more(kind, "base", "base", 1, INFINITE, SliderScale.from(1, 4)),
              more(kind, "allowed", "allowed", 1, Integer.MAX_VALUE, SliderScale.upTo(20)),
              last(kind));
    };
  }

  private static List<StageSetting> mirostat(StageKind kind, String name) {
    return List.of(
        first(kind, name, 0, INFINITE, SliderScale.from(0, 10)),
        more(kind, "rate", "rate η", 0, INFINITE, SliderScale.from(0, 1)));
  }

  private static List<StageSetting> added(StageKind kind, String name) {
    return List.of(first(kind, name, -INFINITE, INFINITE, SliderScale.from(-2, 2)), last(kind));
  }

  private static StageSetting last(StageKind kind) {
    return more(kind, "last", "last tokens (0: all)", 0, Integer.MAX_VALUE, ALL_OR_LAST);
  }

  private static StageSetting first(
      StageKind kind, String name, double least, double most, SliderScale scale) {
    return new StageSetting(kind, kind.mainSetting(), name, least, most, scale);
  }

  private static StageSetting more(
      StageKind kind, String key, String name, double least, double most, SliderScale scale) {
    return new StageSetting(kind, key, name, least, most, scale);
  }
}
