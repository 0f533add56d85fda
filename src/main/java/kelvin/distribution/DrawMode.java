package kelvin.distribution;

import kelvin.math.GumbelNoise;
import kelvin.math.SplitMix64;

/// The methods of drawing the next token from the survivors.
public enum DrawMode {
  /// Draws the first rank whose cumulative final probability exceeds a uniform random number u.
  ///
  /// A higher τ never moves the drawn token to a better rank. So a marker at height u on the
  /// cumulative curve shows exactly how the token is drawn.
  INVERSE_CDF("inverse-cdf", "inverse CDF") {
    @Override
    public Draw draw(TruncatedDistribution distribution, long seed, long step) {
      double u = SplitMix64.uniform(seed, step);
      return Draw.at(distribution, rankAt(distribution, u), u, Double.NaN);
    }
  },
  /// Draws the token with the greatest ln p + g. The Gumbel noise g of a token depends on seed,
  /// step and token id alone (Maddison, Tarlow and Minka, "A* Sampling", 2014).
  ///
  /// A cut changes the drawn token only by removing it, so the token seldom changes while a
  /// slider moves. Two models with the same vocabulary can share the noise.
  GUMBEL("gumbel", "Gumbel-max") {
    @Override
    public Draw draw(TruncatedDistribution distribution, long seed, long step) {
      var survivors = distribution.survivors();
      var logits = survivors.logits();
      var noise = new GumbelNoise(seed, step);
      int winner = survivors.first();
      double best = Double.NEGATIVE_INFINITY;
      double reach = Double.POSITIVE_INFINITY;
      for (int rank = survivors.first(); rank <= survivors.last(); rank++) {
        if ((rank - survivors.first()) % RANKS_PER_BOUND == 0) {
          double logProbability = -survivors.surprisal(rank);
          if (logProbability + GumbelNoise.MAX < best) {
            break;
          }
          reach = GumbelNoise.reach(best - logProbability);
        }
        // Computing two logarithms for every token would cost more than the whole distribution.
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
  /// Draws the most probable survivor; uses no random number.
  GREEDY("greedy", "greedy") {
    @Override
    public Draw draw(TruncatedDistribution distribution, long seed, long step) {
      return Draw.at(distribution, distribution.survivors().first(), Double.NaN, Double.NaN);
    }
  };

  /// The bound is computed once for this many ranks. Probabilities fall with the rank, so the
  /// bound of the first rank holds for the others too.
  private static final int RANKS_PER_BOUND = 64;

  private final String label;
  private final String title;

  DrawMode(String label, String title) {
    this.label = label;
    this.title = title;
  }

  /// The name in files and on the command line.
  public String label() {
    return label;
  }

  /// The name in the window.
  public String title() {
    return title;
  }

  /// Draws a token. The same seed and step give the same token.
  ///
  /// @param step 0-based
  public abstract Draw draw(TruncatedDistribution distribution, long seed, long step);

  /// The rank that the inverse CDF gives at `u`, in [0, 1).
  public static int rankAt(TruncatedDistribution distribution, double u) {
    if (!(u >= 0 && u < 1)) {
      throw new IllegalArgumentException("u must be in [0, 1), was " + u);
    }
    return distribution.survivors().rankExceeding(u);
  }
}
