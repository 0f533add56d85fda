package kelvin.distribution;

import kelvin.math.GumbelNoise;
import kelvin.math.SplitMix64;

/// How the next token is taken from the survivors.
public enum DrawMode {
  /// The first rank whose cumulative final probability exceeds u.
  ///
  /// In rank order raising τ never moves the drawn rank up, so a needle at height u on the
  /// cumulative curve is an honest picture of the draw.
  INVERSE_CDF("inverse-cdf") {
    @Override
    public Draw draw(TruncatedDistribution distribution, long seed, long step) {
      double u = SplitMix64.uniform(seed, step);
      return Draw.at(distribution, rankAt(distribution, u), u, Double.NaN);
    }
  },
  /// The greatest ln p + g, with a Gumbel noise g for each token that depends on seed, step and
  /// token id alone (Maddison, Tarlow and Minka, "A* Sampling", 2014).
  ///
  /// While sliders move the drawn token stays as long as it can: a cut changes it only by removing
  /// it, and two models with one vocabulary can share the noise.
  GUMBEL("gumbel") {
    @Override
    public Draw draw(TruncatedDistribution distribution, long seed, long step) {
      var survivors = distribution.survivors();
      var logits = survivors.logits();
      var noise = new GumbelNoise(seed, step);
      int winner = survivors.first();
      double best = Double.NEGATIVE_INFINITY;
      double reach = Double.POSITIVE_INFINITY;
      for (int rank = survivors.first(); rank <= survivors.last(); rank++) {
        if ((rank - survivors.first()) % RANKS_A_LOOK == 0) {
          double logProbability = -survivors.surprisal(rank);
          if (logProbability + GumbelNoise.GREATEST < best) {
            break;
          }
          reach = GumbelNoise.reach(best - logProbability);
        }
        // Two logarithms a token would cost more than the whole distribution.
        if (!noise.canExceed(logits.tokenAtRank(rank), reach)) {
          continue;
        }
        double score = noise.of(logits.tokenAtRank(rank)) - survivors.surprisal(rank);
        if (score > best) {
          best = score;
          winner = rank;
        }
      }
      return Draw.at(distribution, winner, Double.NaN, noise.of(logits.tokenAtRank(winner)));
    }
  },
  /// Always the most probable survivor; no random number is used.
  GREEDY("greedy") {
    @Override
    public Draw draw(TruncatedDistribution distribution, long seed, long step) {
      return Draw.at(distribution, distribution.survivors().first(), Double.NaN, Double.NaN);
    }
  };

  /// Probabilities fall along the ranks, so what the first of a few needs none of them can do with
  /// less.
  private static final int RANKS_A_LOOK = 64;

  private final String label;

  DrawMode(String label) {
    this.label = label;
  }

  /// The name in files and on the command line.
  public String label() {
    return label;
  }

  /// A pure function: the same seed and step give the same token.
  ///
  /// @param step 0-based
  public abstract Draw draw(TruncatedDistribution distribution, long seed, long step);

  /// The rank that the inverse CDF hits at `u`, in [0, 1).
  public static int rankAt(TruncatedDistribution distribution, double u) {
    if (!(u >= 0 && u < 1)) {
      throw new IllegalArgumentException("u must be in [0, 1), was " + u);
    }
    return distribution.survivors().rankExceeding(u);
  }
}
