package kelvin.ui.plot.sweep;

import java.util.List;

/// What each example does to the right answer; immutable.
///
/// @param unit what the values are
public record EffectPicture(String unit, List<Effect> effects) {

  public EffectPicture {
    effects = List.copyOf(effects);
  }

  /// @param number of the example, 1-based
  /// @param input visible white space
  /// @param output visible white space
  /// @param change that the example brings, nats; positive where it helps
  public record Effect(int number, String input, String output, double change) {}

  /// The change that a full bar stands for.
  double full() {
    return effects.stream()
        .mapToDouble(effect -> Math.abs(effect.change()))
        .filter(Double::isFinite)
        .max()
        .orElse(1);
  }
}
