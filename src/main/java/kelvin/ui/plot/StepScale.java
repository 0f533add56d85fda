package kelvin.ui.plot;

/// The places of the steps of a text, from left to right.
///
/// @param distance of neighbouring steps, in pixels
/// @param group the number of steps that share a point, because more would lie on the same pixels
record StepScale(double distance, int group) {

  /// The distance between steps while there is room.
  private static final double DEFAULT_DISTANCE = 24;

  /// Points that are nearer to each other are joined to one.
  private static final double MIN_DISTANCE = 2;

  /// A scale that is full is followed by one for this many times as many steps.
  private static final double GROWTH = 1.5;

  /// Points that are drawn anew with each step, at most.
  private static final int SETTLING = 16;

  /// The places in a text that grows. Its steps stay where they are until one no longer fits; then
  /// all move closer together, and the next ones have room again.
  ///
  /// @param room in pixels, from the first place to the last
  static StepScale growing(int count, double room) {
    double places = 1 + Math.floor(room / DEFAULT_DISTANCE);
    if (count <= places) {
      return new StepScale(DEFAULT_DISTANCE, 1);
    }
    while (places < count) {
      places = Math.ceil(Math.max(2, places) * GROWTH);
    }
    return of(room / (places - 1));
  }

  /// The places in a finished text, which use the whole room.
  static StepScale filling(int count, double room) {
    return of(count < 2 ? room : room / (count - 1));
  }

  private static StepScale of(double distance) {
    return new StepScale(distance, (int) Math.max(1, Math.ceil(MIN_DISTANCE / distance)));
  }

  /// The place of a step.
  ///
  /// @param step 0-based
  /// @return pixels from the first step
  double x(int step) {
    return step * distance;
  }

  /// The step nearest to a place, 0-based.
  ///
  /// @param x in pixels from the first step
  /// @param count the number of steps, at least 1
  int stepAt(double x, int count) {
    return Math.clamp(Math.round(x / distance), 0, count - 1);
  }

  /// The number of steps of a growing text that are drawn for good while the scale stays. The rest
  /// is drawn anew with each step.
  int settled(int count) {
    int often = group * SETTLING;
    return (count - 1) / often * often;
  }
}
