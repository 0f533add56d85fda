package kelvin.ui.control;

/// What the shade of a token says.
public enum Shading {
  /// −ln p, up to 8 nats.
  SURPRISAL("surprisal", "0 … 8 nats") {
    @Override
    public double shade(TokenNumbers token) {
      return Math.min(1, token.surprisal() / MOST_NATS);
    }
  },
  /// The model's own probability: the less, the darker.
  PROBABILITY("probability", "100 … 0 %") {
    @Override
    public double shade(TokenNumbers token) {
      return 1 - Math.exp(-token.surprisal());
    }
  },
  /// The rank in four classes, as in GLTR (Gehrmann, Strobelt and Rush, 2019).
  RANK("rank", "≤ 10, 100, 1,000, more") {
    @Override
    public double shade(TokenNumbers token) {
      int rank = token.rank();
      return rank <= 10 ? 0.08 : rank <= 100 ? 0.4 : rank <= 1000 ? 0.7 : 1;
    }
  },
  /// How uncertain the model was before the token, up to 8 nats.
  ENTROPY("entropy", "0 … 8 nats") {
    @Override
    public double shade(TokenNumbers token) {
      return Math.min(1, token.entropy() / MOST_NATS);
    }
  },
  NONE("no shading", "") {
    @Override
    public double shade(TokenNumbers token) {
      return 0;
    }
  };

  private static final double MOST_NATS = 8;

  private final String label;
  private final String range;

  Shading(String label, String range) {
    this.label = label;
    this.range = range;
  }

  /// What a shade is made of.
  ///
  /// @param surprisal −ln p of the model's own distribution, nats
  /// @param rank 1-based
  /// @param entropy nats
  public record TokenNumbers(double surprisal, int rank, double entropy) {}

  /// From 0, as expected, to 1.
  public abstract double shade(TokenNumbers token);

  public String label() {
    return label;
  }

  /// What the lightest and the darkest shade stand for.
  public String range() {
    return range;
  }
}
