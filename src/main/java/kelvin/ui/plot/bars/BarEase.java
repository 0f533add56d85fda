package kelvin.ui.plot.bars;

import java.util.Arrays;

/// The lengths of the filled bars on their way from where they were to where they are: a tenth of a
/// second in which the eye can follow. Only lengths ease; numbers are exact at once.
final class BarEase {

  /// How long a bar is on its way.
  static final long NANOS = 120_000_000;

  private double[] from = {};
  private double[] to = {};
  private int count;
  private double progress = 1;

  /// Room for the lengths of so many rows; what they were is forgotten.
  void begin(int rows) {
    if (rows > to.length) {
      from = Arrays.copyOf(from, rows);
      to = Arrays.copyOf(to, rows);
    }
    count = rows;
    progress = 1;
  }

  /// @param start where the bar is seen now
  /// @param end where it belongs
  void set(int row, double start, double end) {
    from[row] = start;
    to[row] = end;
    if (start != end) {
      progress = 0;
    }
  }

  /// @param nanos since the change
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
