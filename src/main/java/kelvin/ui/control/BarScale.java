package kelvin.ui.control;

/// What a full bar stands for.
public enum BarScale {
  /// Probability 1: a bar is its probability.
  ABSOLUTE,
  /// The largest bar on show, so that small ones can be told apart.
  LARGEST
}
