package kelvin.ui.control;

/// What a full bar stands for.
public enum BarScale {
  /// Probability 1: a bar is its probability.
  ABSOLUTE,
  /// Probability 1 on a log scale that ends at one in a million: equal steps are equal factors.
  LOGARITHMIC,
  /// The largest bar on show, so that small ones can be told apart.
  LARGEST;

  /// A log bar ends at 10⁻⁶.
  private static final double DECADES = 6;

  /// How much of a full bar stands for a probability.
  ///
  /// @param full the probability that a full bar stands for; the log scale always ends at 1
  public double share(double probability, double full) {
    return this == LOGARITHMIC
        ? Math.max(0, 1 + Math.log10(probability) / DECADES)
        : probability / full;
  }
}
