package kelvin.ui.plot.film;

import kelvin.ui.plot.axis.ValueAxis;

/// The axes of the temperature film: temperatures across on a log scale, probabilities upwards.
/// With enough room, three lanes below show entropy, perplexity and nucleus.
///
/// @param bottom the lower edge of the probabilities
/// @param lane the height of a lane; 0 where there is no room for lanes
/// @param axis the y coordinate of the temperature axis
/// @param values the axis of the probabilities
record FilmGeometry(Size size, double bottom, double lane, double axis, ValueAxis values) {

  /// The size of the plot.
  record Size(double width, double height) {}

  static final double MIN_TEMPERATURE = 0.05;
  static final double MAX_TEMPERATURE = 10;
  static final int LANES = 3;
  static final double LEFT = 48;
  static final double RIGHT = 142;
  static final double TOP = 12;
  private static final double BOTTOM = 24;
  private static final double LANE_GAP = 6;
  private static final double MIN_HEIGHT_FOR_LANES = 140;

  static FilmGeometry of(double width, double height, ValueAxis values) {
    double axis = Math.max(TOP + 1, height - BOTTOM);
    double lane = height < MIN_HEIGHT_FOR_LANES ? 0 : Math.clamp((height - 60) * 0.14, 14, 44);
    double bottom = lane == 0 ? axis : axis - LANES * (lane + LANE_GAP);
    return new FilmGeometry(new Size(width, height), bottom, lane, axis, values);
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

  /// The x coordinate of a temperature on the log axis.
  double x(double temperature) {
    double share =
        Math.log(Math.max(MIN_TEMPERATURE, temperature) / MIN_TEMPERATURE)
            / Math.log(MAX_TEMPERATURE / MIN_TEMPERATURE);
    return LEFT + Math.min(1, share) * (right() - LEFT);
  }

  double temperature(double x) {
    double share = Math.clamp((x - LEFT) / (right() - LEFT), 0, 1);
    return MIN_TEMPERATURE * Math.pow(MAX_TEMPERATURE / MIN_TEMPERATURE, share);
  }

  /// The y coordinate of a probability.
  double y(double probability) {
    return bottom - values.share(probability) * (bottom - TOP);
  }

  /// The lower edge of a lane; lane 0 is the topmost.
  double laneBottom(int index) {
    return bottom + (index + 1) * (lane + LANE_GAP);
  }
}
