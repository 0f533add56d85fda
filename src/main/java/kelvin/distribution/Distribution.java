package kelvin.distribution;

/// softmax(l / τ) over the whole vocabulary: a probability for every token, nothing removed.
///
/// Immutable. The constructor makes one pass of `exp`; after that every mass is a subtraction and
/// every cut is a binary search. Ranks are 1-based.
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

  /// The number of tokens, those of probability 0 included.
  public int count() {
    return logits().count();
  }

  public double probability(int rank) {
    return weights.weight(rank) / weights.total();
  }

  /// Computes `probability(rank)` as the difference of two masses, without another `exp`. The
  /// masses are summed from the small end, so the relative error stays below `count` units in the
  /// last place.
  double probabilityFromMasses(int rank) {
    return (weights.massAfter(rank - 1) - weights.massAfter(rank)) / weights.total();
  }

  public double probabilityOfToken(int tokenId) {
    return probability(logits().rankOf(tokenId));
  }

  /// ln p in nats. Computed from the logit and not from p, so it stays exact where p underflows.
  public double logProbability(int rank) {
    return weights.log(rank) - logTotal;
  }

  /// The mass of this rank and all above it, 0..1.
  public double cumulative(int rank) {
    return rank >= count() ? 1 : (weights.total() - weights.massAfter(rank)) / weights.total();
  }

  /// The mass of all ranks below this one, exact even when it is tiny. Rank 0 gives 1.
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

  /// dH/dτ in nats per unit of τ: the varentropy divided by τ. For greedy (τ = 0) the result is 0
  /// by definition, not as a limit.
  public double entropySlope() {
    return temperature() == 0 ? 0 : varentropy() / temperature();
  }

  /// 1 / Σ p², the exponential of Rényi's entropy of order 2. It resembles the perplexity, but
  /// the tail hardly changes it.
  public double effectiveCount() {
    return weights.total() * weights.total() / weights.moments().squares();
  }

  /// The number of tokens in the nucleus of mass `p`.
  public int nucleusSize(double p) {
    return Survivors.all(this).countWithLessAbove(p);
  }

  Weights weights() {
    return weights;
  }
}
