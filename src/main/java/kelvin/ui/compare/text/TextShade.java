package kelvin.ui.compare.text;

import kelvin.engine.pair.PairedToken;
import kelvin.ui.control.Numbers;

/// The measures that shade a text by how two models differ at each of its tokens.
public enum TextShade {
  /// KL from A to B, on a scale whose root tells small values apart.
  KL,
  /// Whether both find the same token the most probable one.
  TOP,
  /// Whether both draw the same token with the same random number.
  DRAW;

  /// The KL at the strong end of the scale, bits.
  static final double MAX_BITS = 1;

  /// The shade of a token, 0..1.
  public double of(PairedToken token) {
    return switch (this) {
      case KL -> Math.sqrt(Math.clamp(Numbers.bits(token.divergence().kl()) / MAX_BITS, 0.0, 1.0));
      case TOP -> token.topAgrees() ? 0 : 1;
      case DRAW -> token.draws().agrees() ? 0 : 1;
    };
  }

  /// Says for a figure what the shade means.
  public String words() {
    return switch (this) {
      case KL -> "shaded by √KL(A ‖ B), full from 1 bit on";
      case TOP -> "shaded where the top tokens differ";
      case DRAW -> "shaded where the same random number draws different tokens";
    };
  }
}
