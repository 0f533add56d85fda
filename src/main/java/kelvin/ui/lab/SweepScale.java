package kelvin.ui.lab;

import kelvin.display.ProbabilityScale;
import kelvin.prompt.sweep.SweepKind;
import kelvin.prompt.sweep.SweepResult;

/// The scale of a sweep's plot: what the sweep has of what the user wants.
final class SweepScale {

  private SweepScale() {}

  /// The wanted scale; the probability where there is only one label, whose share says nothing.
  static ProbabilityScale of(SweepResult result, ProbabilityScale wanted) {
    return wanted == ProbabilityScale.SHARE && !hasShares(result)
        ? ProbabilityScale.LINEAR
        : wanted;
  }

  static boolean hasShares(SweepResult result) {
    return result.labels().size() > 1;
  }

  /// True if the plot of this kind shows probabilities.
  static boolean isOffered(SweepKind kind) {
    return kind != SweepKind.LEAVE_ONE_OUT;
  }

  /// The unit with its scale.
  static String unit(String unit, ProbabilityScale scale) {
    return scale == ProbabilityScale.LOGARITHMIC ? unit + ", log scale" : unit;
  }
}
