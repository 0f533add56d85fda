package kelvin.ui.control;

/// What a full bar stands for.
public enum BarScale {
  /// Probability 1: a bar is its probability.
  ABSOLUTE,
  /// Probability 1 on a log scale that ends at one in a million: equal steps are equal factors.
  LOGARITHMIC,
  /// The largest bar on show, so that small ones can be told apart.
  LARGEST
}
