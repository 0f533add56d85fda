package kelvin.ui.fx;

import java.util.Arrays;

/// The times of the last frames, in milliseconds.
public final class FrameTimes {

  private final double[] times;
  private final double[] sorted;
  private int next;
  private int count;

  /// @param capacity how many frames are remembered
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

  /// The least time that this share of the frames stays within; NaN before the first frame.
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
