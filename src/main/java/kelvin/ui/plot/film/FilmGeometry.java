package kelvin.ui.plot.film;

/// The axes of the temperature film: temperatures across on a log scale; probabilities upwards, and
/// below them a lane each for entropy, perplexity and nucleus, where there is room.
///
/// @param bottom of the probabilities
/// @param lane the height of a lane; 0 where there is no room for lanes
/// @param axis where the temperatures stand
record FilmGeometry(double width, double height, double bottom, double lane, double axis) {

  static final double LEAST = 0.05;
  static final double MOST = 10;
  static final int LANES = 3;
  static final double LEFT = 36;
  static final double RIGHT = 142;
  static final double TOP = 12;
  private static final double BOTTOM = 24;
  private static final double LANE_GAP = 6;
  private static final double LEAST_HEIGHT = 140;

  static FilmGeometry of(double width, double height) {
    double axis = Math.max(TOP + 1, height - BOTTOM);
    double lane = height < LEAST_HEIGHT ? 0 : Math.clamp((height - 60) * 0.14, 14, 44);
    double bottom = lane == 0 ? axis : axis - LANES * (lane + LANE_GAP);
    return new FilmGeometry(width, height, bottom, lane, axis);
  }

  /// Whether these are not the axes of a plot of this size.
  boolean isOther(double wide, double high) {
    return width != wide || height != high;
  }

  double right() {
    return Math.max(LEFT + 1, width - RIGHT);
  }

  /// The place of a temperature on the log axis.
  double x(double temperature) {
    double share = Math.log(Math.max(LEAST, temperature) / LEAST) / Math.log(MOST / LEAST);
    return LEFT + Math.min(1, share) * (right() - LEFT);
  }

  double temperature(double x) {
    double share = Math.clamp((x - LEFT) / (right() - LEFT), 0, 1);
    return LEAST * Math.pow(MOST / LEAST, share);
  }

  /// The height of a probability.
  double y(double probability) {
    return bottom - probability * (bottom - TOP);
  }

  /// The foot of a lane, 0 for the topmost.
  double laneBottom(int index) {
    return bottom + (index + 1) * (lane + LANE_GAP);
  }
}
