package kelvin.ui.fx;

import java.util.Arrays;

/// The durations of the last frames, in milliseconds.
public final class FrameTimes {

  private final double[] times;
  private final double[] sorted;
  private int next;
  private int count;

  /// @param capacity the number of frames to remember
  public FrameTimes(int capacity) {
    times = new double[capacity];
    sorted = new double[capacity];
  }

  public void add(double milliseconds) {
    times[next] = milliseconds;
    next = (next + 1) % times.length;
    count = Math.min(count + 1, times.length);
  }

  public int count() {
    return count;
  }

  /// The shortest time that this share of the frames did not exceed; NaN before the first frame.
  ///
  /// @param share 0.5 for the median, 0.99 for the 99th percentile
  public double quantile(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    System.arraycopy(times, 0, sorted, 0, count);
    Arrays.sort(sorted, 0, count);
    int rank = (int) Math.ceil(share * count);
    return sorted[Math.clamp(rank - 1, 0, count - 1)];
  }
}
