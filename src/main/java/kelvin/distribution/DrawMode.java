package kelvin.distribution;

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
      return Draw.at(distribution, rankAt(distribution, u), u);
    }
  },
  /// Always rank 1; no random number is used.
  GREEDY("greedy") {
    @Override
    public Draw draw(TruncatedDistribution distribution, long seed, long step) {
      return Draw.at(distribution, 1, Double.NaN);
    }
  };

  private final String label;

  DrawMode(String label) {
    this.label = label;
  }

  /// The name in files and on the command line.
  public String label() {
    return label;
  }

  /// A pure function: the same seed and step give the same u.
  ///
  /// @param step 0-based
  public abstract Draw draw(TruncatedDistribution distribution, long seed, long step);

  /// The rank that the inverse CDF hits at `u`, in [0, 1).
  public static int rankAt(TruncatedDistribution distribution, double u) {
    if (!(u >= 0 && u < 1)) {
      throw new IllegalArgumentException("u must be in [0, 1), was " + u);
    }
    return distribution.scaled().rankExceeding(u, distribution.keptCount());
  }
}
