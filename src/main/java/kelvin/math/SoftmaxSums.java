package kelvin.math;

/// Sums of `w = exp((l − max) / τ)` over logits in rank order, from the smallest weight upwards.
///
/// Sums run in `double` and from the small end: a `float` running sum picks a nucleus that is
/// thousands of tokens off at 150,000 tokens, and `1 − prefix` loses the tail below 1e-16.
/// `Exponential` makes every bit the same on every machine, which seeds and saved work rely on.
///
/// @param total Σ w; at least 1, because the largest weight is 1
/// @param weightedLog Σ w·x with `x = (l − max) / τ`; zero or negative
public record SoftmaxSums(double total, double weightedLog) {

  /// Below this, `exp` is exactly 0 in double precision.
  private static final double UNDERFLOW = -745.2;

  /// Of one weight alone.
  public static final SoftmaxSums ONE = new SoftmaxSums(1, 0);

  /// Sums the entries `from` (inclusive) to `end` (exclusive), of which the first is the maximum:
  /// `mass[i]` receives the weight of entry `from + i` and of all after it.
  ///
  /// @param sorted logits, descending; those of the range are finite
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
    int weighty = countAtLeast(sorted, from, end, max + UNDERFLOW * temperature);
    double total = 0;
    double logs = 0;
    for (int i = weighty - 1; i >= 0; i--) {
      double x = (sorted[from + i] - max) / temperature;
      double weight = Exponential.of(x);
      total += weight;
      logs += weight * x;
      mass[i] = total;
    }
    return new SoftmaxSums(total, logs);
  }

  /// How many entries from `from` (inclusive) to `end` (exclusive) of a descending array are at
  /// least `threshold`.
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
