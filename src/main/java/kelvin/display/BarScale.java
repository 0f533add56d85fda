package kelvin.display;

import java.util.List;
import kelvin.text.Choice;

/// A scale for probability bars.
public enum BarScale implements Choice {
  /// The length of a bar is its probability.
  ABSOLUTE("absolute", "absolute"),
  /// A full bar is the largest probability shown, so that small ones can be compared.
  LARGEST("largest", "largest"),
  /// A log scale from 1 to one in a million: equal steps are equal factors.
  LOGARITHMIC("logarithmic", "log");

  /// The scales in the order of a menu.
  public static final List<BarScale> ALL = List.of(values());

  /// A log bar ends at 10⁻⁶.
  private static final double DECADES = 6;

  private final String label;
  private final String option;

  BarScale(String label, String option) {
    this.label = label;
    this.option = option;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String option() {
    return option;
  }

  /// The part of a full bar that a probability fills, 0 to 1.
  ///
  /// @param full the probability of a full bar; the log scale always ends at 1
  public double share(double probability, double full) {
    return this == LOGARITHMIC
        ? Math.max(0, 1 + Math.log10(probability) / DECADES)
        : probability / full;
  }
}
