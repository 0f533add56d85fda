package kelvin.math;

/// Sums of squares over softmax weights `w = exp(x)`, `x = (l − max) / τ`: what varentropy and
/// Rényi's entropy need. Nobody looks at them at every move of a slider, so they have a pass of
/// their own.
///
/// @param weightedSquare Σ w·x²
/// @param squares Σ w²
public record SecondMoments(double weightedSquare, double squares) {

  /// Of one weight alone.
  public static final SecondMoments ONE = new SecondMoments(0, 1);

  /// Sums the entries `from` (inclusive) to `end` (exclusive), of which the first is the maximum.
  ///
  /// @param sorted logits, descending; those of the range are finite
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
