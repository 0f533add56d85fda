package kelvin.distribution;

/// softmax(l / τ) over the whole vocabulary: a probability for every token, nothing removed.
///
/// Immutable. One pass of `exp` in the constructor; after it every mass is a subtraction and every
/// cut a binary search. Ranks are 1-based.
public final class Distribution {

  private final Weights weights;
  private final double entropy;
  private final double logTotal;

  private Distribution(Weights weights) {
    this.weights = weights;
    entropy = weights.sums().entropy();
    logTotal = StrictMath.log(weights.total());
  }

  /// @param temperature τ ≥ 0; 0 is greedy, +∞ is uniform over the finite logits
  /// @throws IllegalArgumentException when τ is NaN or negative
  public static Distribution of(Logits logits, double temperature) {
    if (!(temperature >= 0)) {
      throw new IllegalArgumentException(
          "temperature must be 0 (greedy) or greater, was " + temperature);
    }
    return new Distribution(Weights.of(logits, temperature));
  }

  public Logits logits() {
    return weights.logits();
  }

  public double temperature() {
    return weights.temperature();
  }

  /// How many tokens have a probability, zero included.
  public int count() {
    return logits().count();
  }

  public double probability(int rank) {
    return weights.weight(rank) / weights.total();
  }

  /// As `probability`, without another `exp`: the difference of two masses. Masses are summed from
  /// the small end, so that its relative error stays below `count` units in the last place.
  double probabilityFromMasses(int rank) {
    return (weights.massAfter(rank - 1) - weights.massAfter(rank)) / weights.total();
  }

  public double probabilityOfToken(int tokenId) {
    return probability(logits().rankOf(tokenId));
  }

  /// ln p in nats, from the logit and not from p, so that it survives where p underflows.
  public double logProbability(int rank) {
    return weights.log(rank) - logTotal;
  }

  /// The mass of this rank and all above it, 0..1.
  public double cumulative(int rank) {
    return rank >= count() ? 1 : (weights.total() - weights.massAfter(rank)) / weights.total();
  }

  /// The mass of all below this rank, exact however small. Rank 0 gives 1.
  public double tailMass(int rank) {
    return weights.massAfter(rank) / weights.total();
  }

  /// Entropy in nats.
  public double entropy() {
    return entropy;
  }

  /// e^H: the number of equally likely choices that would be as uncertain.
  public double perplexity() {
    return StrictMath.exp(entropy);
  }

  /// Variance of the surprisal, in nats².
  public double varentropy() {
    double mean = weights.sums().weightedLog() / weights.total();
    return Math.max(0, weights.moments().weightedSquare() / weights.total() - mean * mean);
  }

  /// dH/dτ, in nats per unit of τ: the varentropy over τ; 0 for greedy, which is no limit of it.
  public double entropySlope() {
    return temperature() == 0 ? 0 : varentropy() / temperature();
  }

  /// 1 / Σ p², the exponential of Rényi's entropy of order 2: a companion of the perplexity that
  /// the tail hardly moves.
  public double effectiveCount() {
    return weights.total() * weights.total() / weights.moments().squares();
  }

  /// How many tokens the nucleus of mass `p` has.
  public int nucleusSize(double p) {
    return Survivors.all(this).countWithLessAbove(p);
  }

  Weights weights() {
    return weights;
  }
}
