package kelvin.ui.plot.bars;

import java.util.Arrays;

/// Interpolates the lengths of the filled bars from their old to their new values within about a
/// tenth of a second, so that the eye can follow. Only lengths are animated; numbers change at
/// once.
final class BarEase {

  /// The duration of the animation.
  static final long NANOS = 120_000_000;

  private double[] from = {};
  private double[] to = {};
  private int count;
  private double progress = 1;

  /// Prepares this many rows and forgets the old lengths.
  void begin(int rows) {
    if (rows > to.length) {
      from = Arrays.copyOf(from, rows);
      to = Arrays.copyOf(to, rows);
    }
    count = rows;
    progress = 1;
  }

  /// @param start the length that is visible now
  /// @param end the final length
  void set(int row, double start, double end) {
    from[row] = start;
    to[row] = end;
    if (start != end) {
      progress = 0;
    }
  }

  /// @param nanos the time since the change
  void elapsed(long nanos) {
    progress = Math.clamp(nanos / (double) NANOS, 0, 1);
  }

  boolean isSettled() {
    return progress >= 1;
  }

  void settle() {
    progress = 1;
  }

  /// The share of a full bar to paint now.
  double at(int row) {
    if (row >= count || progress >= 1) {
      return row < count ? to[row] : 0;
    }
    double left = 1 - progress;
    return to[row] + (from[row] - to[row]) * left * left * left;
  }
}
