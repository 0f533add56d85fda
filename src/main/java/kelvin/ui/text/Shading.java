package kelvin.ui.text;

import java.util.List;
import kelvin.ui.control.Numbers;

/// What the shade of a token says. The stronger the shade, the less the model expected the token
/// (or, for the entropy, anything).
public enum Shading {
  /// −ln p, up to twelve bits: p = 1/4096.
  SURPRISAL("surprisal, bits") {
    @Override
    public double shade(TokenNumbers token) {
      return ofBits(token.surprisal());
    }

    @Override
    public List<String> ticks() {
      return BITS;
    }
  },
  /// The model's own probability: the less, the stronger.
  PROBABILITY("probability, %") {
    @Override
    public double shade(TokenNumbers token) {
      return 1 - token.probability();
    }

    @Override
    public List<String> ticks() {
      return List.of("100", "50", "0");
    }
  },
  /// The rank in GLTR's four classes.
  RANK("rank") {
    @Override
    public double shade(TokenNumbers token) {
      return RankClass.of(token.rank()).shade();
    }
  },
  /// How uncertain the model was before the token, on the scale of the surprisal.
  ENTROPY("entropy, bits") {
    @Override
    public double shade(TokenNumbers token) {
      return ofBits(token.entropy());
    }

    @Override
    public List<String> ticks() {
      return BITS;
    }
  },
  NONE("no shading") {
    @Override
    public double shade(TokenNumbers token) {
      return Double.NaN;
    }
  };

  private static final double MOST_BITS = 12;
  private static final List<String> BITS = List.of("0", "4", "8", "≥ 12");

  private final String label;

  Shading(String label) {
    this.label = label;
  }

  /// From 0, as expected, to 1; NaN for no shade at all.
  public abstract double shade(TokenNumbers token);

  private static double ofBits(double nats) {
    return Math.min(1, Numbers.bits(nats) / MOST_BITS);
  }

  /// The measure and the unit of its ticks.
  public String label() {
    return label;
  }

  /// What the scale says at equal distances from its faint end to its strong end; none where it has
  /// no continuous scale.
  public List<String> ticks() {
    return List.of();
  }
}
