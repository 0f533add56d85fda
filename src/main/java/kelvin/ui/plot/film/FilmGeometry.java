package kelvin.ui.plot.film;

import kelvin.ui.plot.axis.ValueAxis;

/// The axes of a film: what changes across, probabilities upwards. With enough room, lanes below
/// show quantities of the whole distribution.
///
/// @param bottom the lower edge of the probabilities
/// @param lane the height of a lane; 0 where there is no room for lanes
/// @param axis the y coordinate of the axis across
record FilmGeometry(Size size, double bottom, double lane, double axis, Axes axes) {

  /// The two axes.
  ///
  /// @param values of the probabilities
  record Axes(FilmAcross across, ValueAxis values) {}

  /// The size of the plot.
  record Size(double width, double height) {}

  static final double LEFT = 48;
  static final double RIGHT = 142;
  static final double TOP = 12;
  private static final double BOTTOM = 24;
  private static final double LANE_GAP = 6;
  private static final double MIN_HEIGHT_FOR_LANES = 140;

  /// @param lanes the number of lanes, where there is room
  static FilmGeometry of(double width, double height, int lanes, Axes axes) {
    double axis = Math.max(TOP + 1, height - BOTTOM);
    double lane = height < MIN_HEIGHT_FOR_LANES ? 0 : Math.clamp((height - 60) * 0.14, 14, 44);
    double bottom = lane == 0 ? axis : axis - lanes * (lane + LANE_GAP);
    return new FilmGeometry(new Size(width, height), bottom, lane, axis, axes);
  }

  /// Returns whether a plot of this size needs other axes.
  boolean isOther(double wide, double high) {
    return size.width() != wide || size.height() != high;
  }

  double width() {
    return size.width();
  }

  double height() {
    return size.height();
  }

  double right() {
    return Math.max(LEFT + 1, width() - RIGHT);
  }

  /// The x coordinate of a value on the axis across.
  double x(double value) {
    return LEFT + axes.across().share(value) * (right() - LEFT);
  }

  /// The value on the axis across at an x coordinate, or the one at its nearer end.
  double value(double x) {
    return axes.across().value(Math.clamp((x - LEFT) / (right() - LEFT), 0, 1));
  }

  /// The y coordinate of a probability.
  double y(double probability) {
    return bottom - axes.values().share(probability) * (bottom - TOP);
  }

  /// The lower edge of a lane; lane 0 is the topmost.
  double laneBottom(int index) {
    return bottom + (index + 1) * (lane + LANE_GAP);
  }
}
