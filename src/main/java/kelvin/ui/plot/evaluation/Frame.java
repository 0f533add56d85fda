package kelvin.ui.plot.evaluation;

import kelvin.ui.plot.axis.ValueAxis;
import kelvin.ui.plot.placement.Box;

/// The area of a plot within its two axes.
///
/// @param across from left to right
/// @param up from the bottom to the top
record Frame(Box area, ValueAxis across, ValueAxis up) {

  /// The room for the numbers beside the axis on the left.
  static final double LEFT = 44;

  /// The room for the head above the area.
  static final double TOP = 26;

  /// The room for the last number of the axis, half of which is beyond its end.
  static final double RIGHT = 14;

  /// The room for the numbers below the area and for the words below them.
  static final double BOTTOM = 36;

  double x(double value) {
    return area.left() + across.share(value) * (area.right() - area.left());
  }

  double y(double value) {
    return area.bottom() - up.share(value) * (area.bottom() - area.top());
  }

  /// The part of the way from the left end to the right one, 0 to 1.
  double partAcross(double x) {
    return Math.clamp((x - area.left()) / Math.max(1, area.right() - area.left()), 0, 1);
  }
}
