package kelvin.ui.sampling.chain;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageKind;
import kelvin.ui.control.ParameterSlider.Parameter;
import kelvin.ui.control.SliderScale;

/// One number of a stage that a slider and a field set.
///
/// @param key its name among `SamplerStage.settings()`
/// @param least the least that the field takes
/// @param most the most that the field takes
public record StageSetting(
    StageKind kind, String key, String name, double least, double most, SliderScale scale) {

  private static final Set<String> TYPED_ONLY = Set.of("last", "allowed", "rate", "exponent");

  /// What is set once, and not by feel, has a field alone, so that the card stays low.
  public boolean slides() {
    return !TYPED_ONLY.contains(key);
  }

  /// Whether the stage is on and off with it.
  boolean primary() {
    return key.equals(kind.mainSetting());
  }

  /// The value at which the stage does nothing; NaN for a further setting.
  double off() {
    return primary() ? kind.neutral() : Double.NaN;
  }

  /// Whether taking that value switches the stage off.
  boolean switchesOff() {
    return primary() && kind.isOffWhenNeutral();
  }

  /// For tests and styles: `top-p`, or `xtc-threshold` for a further setting.
  String id() {
    return primary() ? kind.label() : kind.label() + "-" + key;
  }

  public Parameter parameter() {
    return new Parameter(
        id(), name, least, most, off(), switchesOff() ? "off" : "", StageLessons.lesson(kind));
  }

  double valueOf(SamplerStage stage) {
    return stage.settings().get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /// The stage with another value.
  ///
  /// @throws IllegalArgumentException saying the range
  SamplerStage applied(SamplerStage stage, double value) {
    var settings = new LinkedHashMap<String, Object>(stage.settings());
    settings.put(key, value);
    return kind.read(settings);
  }

  /// Why a value is not taken, or nothing.
  public Optional<String> refusal(double value) {
    if (value == off()) {
      return Optional.empty();
    }
    try {
      applied(kind.standard(), value);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
