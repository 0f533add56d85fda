package kelvin.ui.plot.curve;

/// The axes of the cumulative curve: ranks across on a log scale, mass from 0 to 1 upwards.
///
/// @param count the last rank
record CurveGeometry(double left, double top, double right, double bottom, int count) {

  private static final double LEFT = 36;
  private static final double TOP = 12;
  private static final double RIGHT = 64;
  private static final double BOTTOM = 24;

  static CurveGeometry of(double width, double height, int count) {
    return new CurveGeometry(
        LEFT, TOP, Math.max(LEFT + 1, width - RIGHT), Math.max(TOP + 1, height - BOTTOM), count);
  }

  /// Returns whether a plot of this size needs other axes.
  boolean isOther(double width, double height) {
    return right != Math.max(LEFT + 1, width - RIGHT)
        || bottom != Math.max(TOP + 1, height - BOTTOM);
  }

  double x(double rank) {
    return count < 2 ? left : left + (right - left) * Math.log(rank) / Math.log(count);
  }

  double y(double mass) {
    return bottom - mass * (bottom - top);
  }

  /// The rank whose step the curve is on at `x`.
  int rank(double x) {
    double share = Math.clamp((x - left) / (right - left), 0, 1);
    return (int) Math.clamp(Math.exp(share * Math.log(count)) + 1e-9, 1, count);
  }

  double mass(double y) {
    return (bottom - y) / (bottom - top);
  }
}
