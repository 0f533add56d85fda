package kelvin.math;

/// Sums of `w = exp((l − max) / τ)` over logits in rank order, from the smallest weight upwards.
///
/// Sums run in `double` and from the small end: a `float` running sum picks a nucleus that is
/// thousands of tokens off at 150,000 tokens, and `1 − prefix` loses the tail below 1e-16.
/// `StrictMath` makes every bit the same on every machine, which seeds and saved work rely on.
///
/// @param total Σ w; at least 1, because the largest weight is 1
/// @param weightedLog Σ w·x with `x = (l − max) / τ`; zero or negative
public record SoftmaxSums(double total, double weightedLog) {

  /// Below this, `exp` is exactly 0 in double precision.
  private static final double UNDERFLOW = -745.2;

  /// Fills `suffix[i]` with the weight of entry `i` and of all below it.
  ///
  /// @param sorted logits, descending, shape `(n)`; the first is finite
  /// @param finite how many of them are finite; the others weigh nothing
  /// @param temperature strictly positive, may be infinite
  /// @param suffix receives the sums, shape `(n + 1)`, zero on entry
  public static SoftmaxSums suffix(
      float[] sorted, int finite, double temperature, double[] suffix) {
    if (suffix.length != sorted.length + 1) {
      throw new IllegalArgumentException(
          "suffix needs one entry more: " + suffix.length + " != " + sorted.length + " + 1");
    }
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature must be > 0, was " + temperature);
    }
    double max = sorted[0];
    int weighty = countAtLeast(sorted, finite, max + UNDERFLOW * temperature);
    double total = 0;
    double weightedLog = 0;
    for (int i = weighty - 1; i >= 0; i--) {
      double x = (sorted[i] - max) / temperature;
      double weight = StrictMath.exp(x);
      total += weight;
      weightedLog += weight * x;
      suffix[i] = total;
    }
    return new SoftmaxSums(total, weightedLog);
  }

  /// How many of the first `end` entries of a descending array are at least `threshold`.
  public static int countAtLeast(float[] sorted, int end, double threshold) {
    int low = 0;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] >= threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Entropy of the normalised weights, in nats: `H = ln S0 − S1/S0`.
  public double entropy() {
    return Math.max(0, StrictMath.log(total) - weightedLog / total);
  }
}
