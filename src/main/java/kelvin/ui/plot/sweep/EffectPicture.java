package kelvin.ui.plot.sweep;

import java.util.List;

/// The effect of each example on the right answer; immutable.
///
/// @param unit of the values
public record EffectPicture(String unit, List<Effect> effects) {

  private static final double LEAST = 0.05;

  public EffectPicture {
    effects = List.copyOf(effects);
  }

  /// @param number of the example, 1-based
  /// @param input with white space made visible
  /// @param output with white space made visible
  /// @param change in nats that the example causes; positive where it helps
  public record Effect(int number, String input, String output, double change) {}

  /// The change that a full bar stands for. Changes too small to be written are drawn as nothing.
  double full() {
    double max =
        effects.stream()
            .mapToDouble(effect -> Math.abs(effect.change()))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    return Math.max(LEAST, max);
  }
}
