package kelvin.ui.text;

import java.util.List;
import kelvin.display.Shading;
import kelvin.ui.control.Numbers;

/// Turns the numbers of a token into a shade.
public final class Shades {

  /// Surprisal and entropy reach the strong end here: p = 1/4096.
  private static final double MAX_BITS = 12;

  private static final List<String> BITS = List.of("0", "4", "8", "≥ 12");

  private Shades() {}

  /// From 0, as expected, to 1; NaN for no shade at all.
  public static double of(Shading shading, TokenNumbers token) {
    return switch (shading) {
      case SURPRISAL -> ofBits(token.surprisal());
      case PROBABILITY -> 1 - token.probability();
      case RANK -> RankClass.of(token.rank()).shade();
      case ENTROPY -> ofBits(token.entropy());
      case NONE -> Double.NaN;
    };
  }

  private static double ofBits(double nats) {
    return Math.min(1, Numbers.bits(nats) / MAX_BITS);
  }

  /// The labels at equal distances from the faint end of the scale to its strong end; none for a
  /// shading without a continuous scale.
  public static List<String> ticks(Shading shading) {
    return switch (shading) {
      case SURPRISAL, ENTROPY -> BITS;
      case PROBABILITY -> List.of("100", "50", "0");
      case RANK, NONE -> List.of();
    };
  }
}
