package kelvin.distribution;

import java.util.stream.IntStream;
import kelvin.math.Logarithm;

/// Measures how far apart two distributions over one vocabulary are.
///
/// @param kl KL(p ‖ q) = Σ p (ln p − ln q) in nats; +∞ where q lacks a token that p has
/// @param reverseKl KL(q ‖ p)
/// @param jensenShannon ½ KL(p ‖ m) + ½ KL(q ‖ m) with m = (p + q) / 2, in nats; at most ln 2
/// @param totalVariation ½ Σ |p − q|: the largest change of the probability of any set of tokens
public record Divergence(double kl, double reverseKl, double jensenShannon, double totalVariation) {

  /// @throws IllegalArgumentException when the vocabularies have different sizes
  public static Divergence between(Distribution p, Distribution q) {
    checkSizes(p, q);
    // The same logits have the same ranking at every temperature.
    boolean sameRanks = p.logits().equals(q.logits());
    double kl = 0;
    double reverse = 0;
    double shannon = 0;
    double variation = 0;
    // From the small end of p, so that small terms are not lost.
    for (int rank = p.count(); rank >= 1; rank--) {
      int other = sameRanks ? rank : q.logits().rankOf(p.logits().tokenAtRank(rank));
      double pi = p.probabilityFromMasses(rank);
      double qi = q.probabilityFromMasses(other);
      if (pi + qi == 0) {
        // Both probabilities underflow, so the token adds nothing.
        continue;
      }
      double logP = p.logProbability(rank);
      double logQ = q.logProbability(other);
      kl += term(pi, logP, logQ);
      reverse += term(qi, logQ, logP);
      double logM = Logarithm.of((pi + qi) / 2);
      shannon += term(pi, logP, logM) + term(qi, logQ, logM);
      variation += Math.abs(pi - qi);
    }
    return new Divergence(
        Math.max(0, kl),
        Math.max(0, reverse),
        Math.max(0, shannon / 2),
        Math.min(1, variation / 2));
  }

  private static double term(double weight, double log, double otherLog) {
    return weight == 0 ? 0 : weight * (log - otherLog);
  }

  /// The number of ranks by which each token rises from p to q, by token id; negative where it
  /// falls.
  public static int[] rankChanges(Distribution p, Distribution q) {
    checkSizes(p, q);
    return IntStream.range(0, p.count())
        .map(id -> p.logits().rankOf(id) - q.logits().rankOf(id))
        .toArray();
  }

  private static void checkSizes(Distribution p, Distribution q) {
    if (p.count() != q.count()) {
      throw new IllegalArgumentException(
          "the vocabularies differ: " + p.count() + " and " + q.count() + " tokens");
    }
  }
}
