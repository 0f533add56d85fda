package kelvin.math;

/// Sums of `w = exp((l − max) / τ)` over logits in rank order, starting with the smallest weight.
///
/// Sums are `double` and start at the small end. With a `float` running sum the nucleus is off by
/// thousands of tokens at 150,000 tokens, and `1 − prefix` loses the tail below 1e-16.
/// `Exponential` makes every bit the same on every machine; seeds and saved work rely on that.
///
/// @param total Σ w; at least 1, because the largest weight is 1
/// @param weightedLog Σ w·x with `x = (l − max) / τ`; zero or negative
public record SoftmaxSums(double total, double weightedLog) {

  /// Below this, `exp` is exactly 0 in double precision.
  private static final double UNDERFLOW = -745.2;

  /// The sums of a single weight.
  public static final SoftmaxSums ONE = new SoftmaxSums(1, 0);

  /// Sums the entries `from` (inclusive) to `end` (exclusive); the first one is the maximum.
  /// `mass[i]` receives the weight of entry `from + i` and of all after it.
  ///
  /// @param sorted logits, descending; finite within the range
  /// @param temperature strictly positive, may be infinite
  /// @param mass receives Σ w, shape `(end − from + 1)`, zero on entry
  public static SoftmaxSums suffix(
      double[] sorted, int from, int end, double temperature, double[] mass) {
    if (mass.length != end - from + 1) {
      throw new IllegalArgumentException(
          "mass needs one entry more: " + mass.length + " != " + (end - from) + " + 1");
    }
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature must be > 0, was " + temperature);
    }
    double max = sorted[from];
    int nonZeroCount = countAtLeast(sorted, from, end, max + UNDERFLOW * temperature);
    double total = 0;
    double logs = 0;
    for (int i = nonZeroCount - 1; i >= 0; i--) {
      double x = (sorted[from + i] - max) / temperature;
      double weight = Exponential.of(x);
      total += weight;
      logs += weight * x;
      mass[i] = total;
    }
    return new SoftmaxSums(total, logs);
  }

  /// The number of entries from `from` (inclusive) to `end` (exclusive) of a descending array
  /// that are at least `threshold`.
  public static int countAtLeast(double[] sorted, int from, int end, double threshold) {
    int low = from;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] >= threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - from;
  }

  /// Entropy of the normalised weights, in nats: `H = ln S0 − S1/S0`.
  public double entropy() {
    return Math.max(0, StrictMath.log(total) - weightedLog / total);
  }
}
