package kelvin.math;

/// Sums of squares over softmax weights `w = exp(x)`, `x = (l − max) / τ`, which varentropy and
/// Rényi's entropy need. Computed in a separate pass, because most moves of a slider do not need
/// them.
///
/// @param weightedSquare Σ w·x²
/// @param squares Σ w²
public record SecondMoments(double weightedSquare, double squares) {

  /// The sums of a single weight.
  public static final SecondMoments ONE = new SecondMoments(0, 1);

  /// Sums the entries `from` (inclusive) to `end` (exclusive); the first one is the maximum.
  ///
  /// @param sorted logits, descending; finite within the range
  /// @param temperature strictly positive, may be infinite
  public static SecondMoments of(double[] sorted, int from, int end, double temperature) {
    double max = sorted[from];
    double squaredLogs = 0;
    double squares = 0;
    for (int i = end - 1; i >= from; i--) {
      double x = (sorted[i] - max) / temperature;
      double weight = Exponential.of(x);
      if (weight > 0) {
        squaredLogs += weight * x * x;
        squares += weight * weight;
      }
    }
    return new SecondMoments(squaredLogs, squares);
  }
}
