package kelvin.distribution;

import kelvin.math.Exponential;

/// Scores the token that actually follows at a position. Always uses the model's own
/// distribution: τ = 1, nothing removed.
///
/// @param logProbability ln p of the token, nats; −∞ when its logit is −∞
/// @param rank 1-based; ties by token id
/// @param entropy the entropy of the whole distribution at that position, nats; NaN where only the
///     most probable tokens are known
public record TokenScore(double logProbability, int rank, double entropy) {

  /// Scores a token from one row of logits without ranking the row: two passes instead of a sort.
  ///
  /// @param row logits by token id, shape `(logitCount)`; left unchanged
  /// @throws InvalidLogitsException when a logit is NaN or +∞, or when none is finite
  public static TokenScore of(float[] row, int tokenId) {
    float own = row[tokenId];
    double max = Double.NEGATIVE_INFINITY;
    int above = 0;
    for (int id = 0; id < row.length; id++) {
      float logit = row[id];
      if (!(logit < Float.POSITIVE_INFINITY)) {
        throw new InvalidLogitsException("the logit of token " + id + " is " + logit);
      }
      max = Math.max(max, logit);
      if (logit > own || (logit == own && id < tokenId)) {
        above++;
      }
    }
    if (max == Double.NEGATIVE_INFINITY) {
      throw new InvalidLogitsException("all " + row.length + " logits are −∞");
    }
    double total = 0;
    double weightedLog = 0;
    for (float logit : row) {
      double x = logit - max;
      double weight = Exponential.of(x);
      if (weight > 0) {
        total += weight;
        weightedLog += weight * x;
      }
    }
    double logTotal = StrictMath.log(total);
    double entropy = Math.max(0, logTotal - weightedLog / total);
    return new TokenScore(own - max - logTotal, above + 1, entropy);
  }

  /// −ln p, nats.
  public double surprisal() {
    return -logProbability;
  }

  public double probability() {
    return StrictMath.exp(logProbability);
  }
}
