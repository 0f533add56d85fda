package kelvin.ui.plot.axis;

import java.util.List;
import kelvin.display.ProbabilityScale;

/// An axis of probabilities.
public sealed interface ValueAxis permits LinearAxis, LogAxis {

  /// The value at the start.
  double from();

  /// The position of a value: 0 at the start, 1 at the end. A value outside of the axis is drawn at
  /// its nearest end.
  double share(double value);

  /// The value at a position.
  ///
  /// @param share 0 at the start, 1 at the end
  double value(double share);

  /// The values with a mark, in the order in which their labels matter.
  List<Double> ticks();

  String label(double tick);

  /// The whole axis of a scale. A log axis begins at the decade below the smallest value.
  ///
  /// @param values within 0..1; NaN is ignored
  static ValueAxis whole(ProbabilityScale scale, List<Double> values) {
    return scale == ProbabilityScale.LOGARITHMIC ? LogAxis.below(values) : LinearAxis.WHOLE;
  }

  /// An axis that zooms in on the values.
  ///
  /// @param values within 0..1; NaN is ignored
  static ValueAxis around(ProbabilityScale scale, List<Double> values) {
    return scale == ProbabilityScale.LOGARITHMIC
        ? LogAxis.below(values)
        : LinearAxis.around(values);
  }
}
