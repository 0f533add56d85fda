package kelvin.display;

import java.util.List;
import kelvin.text.Choice;

/// The scales of the bars: the value of a full bar.
public enum BarScale implements Choice {
  /// Probability 1: a bar is its probability.
  ABSOLUTE("absolute", "absolute"),
  /// The largest bar on show, so that small ones can be told apart.
  LARGEST("largest", "largest"),
  /// Probability 1 on a log scale that ends at one in a million: equal steps are equal factors.
  LOGARITHMIC("logarithmic", "log");

  /// All, in the order of a menu.
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

  /// How much of a full bar stands for a probability.
  ///
  /// @param full the probability that a full bar stands for; the log scale always ends at 1
  public double share(double probability, double full) {
    return this == LOGARITHMIC
        ? Math.max(0, 1 + Math.log10(probability) / DECADES)
        : probability / full;
  }
}
