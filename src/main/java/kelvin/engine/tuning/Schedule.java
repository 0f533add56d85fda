package kelvin.engine.tuning;

/// The learning rate of each step: it grows linearly in the warm-up, then falls linearly to a
/// tenth.
///
/// @param rate the greatest one
/// @param steps the number of all steps
/// @param warmUp the number of steps in which it grows
record Schedule(double rate, int steps, int warmUp) {

  private static final double LAST = 0.1;

  static Schedule of(TuningSettings settings, int steps) {
    return new Schedule(settings.rate(), steps, (int) Math.ceil(settings.warmUp() * steps));
  }

  /// @param step from 0
  double at(int step) {
    if (step < warmUp) {
      return rate * (step + 1) / warmUp;
    }
    if (steps - 1 <= warmUp) {
      return rate;
    }
    double left = (double) (steps - 1 - step) / (steps - 1 - warmUp);
    return rate * (LAST + (1 - LAST) * Math.clamp(left, 0, 1));
  }
}
