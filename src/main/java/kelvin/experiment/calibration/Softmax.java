package kelvin.experiment.calibration;

/// The softmax of a few scores, with the same bits on every machine.
public final class Softmax {

  private Softmax() {}

  static double[] of(double[] scores) {
    var shares = scores.clone();
    replace(shares);
    return shares;
  }

  /// Replaces scores by their softmax.
  ///
  /// @return ln of the sum of the exponentials of the scores
  public static double replace(double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      max = Math.max(max, score);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = StrictMath.exp(scores[i] - max);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
    return max + StrictMath.log(sum);
  }
}
