package kelvin.ui.plot.sweep;

import java.util.List;
import kelvin.display.InformationUnit;

/// The effect of each example on the right answer; immutable.
///
/// @param unit in which the values are shown
public record EffectPicture(InformationUnit unit, List<Effect> effects) {

  private static final double LEAST = 0.05;

  public EffectPicture {
    effects = List.copyOf(effects);
  }

  /// @param number of the example, 1-based
  /// @param input with white space made visible
  /// @param output with white space made visible
  /// @param change in nats that the example causes; positive where it helps
  public record Effect(int number, String input, String output, double change) {}

  /// The quantity and its unit, above the numbers.
  String title() {
    return "effect on " + unit.logarithm() + " p of the right answer, " + unit.label();
  }

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
