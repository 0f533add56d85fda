package kelvin.distribution;

import kelvin.math.SoftmaxSums;

/// softmax(l / τ) over the whole vocabulary: a probability for every token, nothing removed.
///
/// Immutable. One pass of `exp` in the constructor; after it every mass is a subtraction and every
/// cut a binary search. Ranks are 1-based.
public final class Distribution {

  private final Logits logits;
  private final double temperature;

  /// `suffix[r]` is the unnormalised mass below rank r, `suffix[0]` all of it.
  private final double[] suffix;

  private final double total;
  private final double entropy;

  private Distribution(Logits logits, double temperature) {
    this.logits = logits;
    this.temperature = temperature;
    suffix = new double[logits.count() + 1];
    if (temperature == 0) {
      // Greedy is not a division: all mass on rank 1, the lowest id among the maxima.
      suffix[0] = 1;
      total = 1;
      entropy = 0;
    } else {
      var sums = SoftmaxSums.suffix(logits.sorted(), logits.finiteCount(), temperature, suffix);
      total = sums.total();
      entropy = sums.entropy();
    }
  }

  /// @param temperature τ ≥ 0; 0 is greedy, +∞ is uniform over the finite logits
  /// @throws IllegalArgumentException when τ is NaN or negative
  public static Distribution of(Logits logits, double temperature) {
    if (!(temperature >= 0)) {
      throw new IllegalArgumentException(
          "temperature must be 0 (greedy) or greater, was " + temperature);
    }
    return new Distribution(logits, temperature);
  }

  public Logits logits() {
    return logits;
  }

  public double temperature() {
    return temperature;
  }

  /// How many tokens have a probability, zero included.
  public int count() {
    return logits.count();
  }

  public double probability(int rank) {
    return weight(rank) / total;
  }

  public double probabilityOfToken(int tokenId) {
    return probability(logits.rankOf(tokenId));
  }

  /// ln p in nats, from the logit and not from p, so that it survives where p underflows.
  public double logProbability(int rank) {
    if (temperature == 0) {
      return rank == 1 ? 0 : Double.NEGATIVE_INFINITY;
    }
    if (rank > logits.finiteCount()) {
      return Double.NEGATIVE_INFINITY;
    }
    return scaledGap(rank) - StrictMath.log(total);
  }

  /// The mass of this rank and all above it, 0..1.
  public double cumulative(int rank) {
    return rank >= count() ? 1 : (total - suffix[rank]) / total;
  }

  /// The mass of all below this rank, exact however small. Rank 0 gives 1.
  public double tailMass(int rank) {
    return suffix[rank] / total;
  }

  /// Entropy in nats.
  public double entropy() {
    return entropy;
  }

  /// e^H: the number of equally likely choices that would be as uncertain.
  public double perplexity() {
    return StrictMath.exp(entropy);
  }

  /// The lowest rank whose cumulative mass exceeds `share` of the mass of the first `kept` ranks.
  ///
  /// @param share in [0, 1)
  int rankExceeding(double share, int kept) {
    double keptMass = total - suffix[kept];
    double target = share * keptMass;
    int low = 1;
    int high = kept;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (total - suffix[middle] > target) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// How many of the first `kept` ranks have, strictly above them, less than `share` of the mass
  /// of those `kept`; at least 1.
  int countWithLessAbove(double share, int kept) {
    // above(r) < share · mass(kept), written on the suffix side, where small tails keep their bits
    double threshold = (1 - share) * total + share * suffix[kept];
    int low = 1;
    int high = kept;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (suffix[middle - 1] > threshold) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private double weight(int rank) {
    if (temperature == 0) {
      return rank == 1 ? 1 : 0;
    }
    return rank > logits.finiteCount() ? 0 : StrictMath.exp(scaledGap(rank));
  }

  /// (l − max) / τ; subtracting first keeps a tiny τ from overflowing.
  private double scaledGap(int rank) {
    return ((double) logits.atRank(rank) - logits.atRank(1)) / temperature;
  }
}
