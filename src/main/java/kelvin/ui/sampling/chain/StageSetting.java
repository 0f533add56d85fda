package kelvin.ui.sampling.chain;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageKind;
import kelvin.ui.control.ParameterSlider.Parameter;
import kelvin.ui.control.SliderScale;

/// One number of a stage, set by a slider and a field.
///
/// @param key its name among `SamplerStage.settings()`
/// @param min the least value that the field accepts
/// @param max the greatest value that the field accepts
public record StageSetting(
    StageKind kind, String key, String name, double min, double max, SliderScale scale) {

  private static final Set<String> TYPED_ONLY = Set.of("last", "allowed", "rate", "exponent");

  /// Returns whether the setting has a slider. Settings that are set once, and not by feel, have
  /// only a field, so that the card stays small.
  public boolean slides() {
    return !TYPED_ONLY.contains(key);
  }

  /// Returns whether this setting switches the stage on and off.
  boolean primary() {
    return key.equals(kind.mainSetting());
  }

  /// The value at which the stage has no effect; NaN for a further setting.
  double off() {
    return primary() ? kind.neutral() : Double.NaN;
  }

  /// Returns whether the off value switches the stage off.
  boolean switchesOff() {
    return primary() && kind.isOffWhenNeutral();
  }

  /// An id for tests and styles: `top-p`, or `xtc-threshold` for a further setting.
  String id() {
    return primary() ? kind.label() : kind.label() + "-" + key;
  }

  public Parameter parameter() {
    return new Parameter(
        id(), name, min, max, off(), switchesOff() ? "off" : "", StageLessons.lesson(kind));
  }

  double valueOf(SamplerStage stage) {
    return stage.settings().get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /// The stage with another value.
  ///
  /// @throws IllegalArgumentException with the valid range
  SamplerStage applied(SamplerStage stage, double value) {
    var settings = new LinkedHashMap<String, Object>(stage.settings());
    settings.put(key, value);
    return kind.read(settings);
  }

  /// The reason why a value is refused, or empty.
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
