package kelvin.ui.text;

import java.util.List;
import java.util.Locale;
import kelvin.display.InformationUnit;
import kelvin.display.Shading;
import kelvin.ui.control.Numbers;

/// Turns the numbers of a token into a shade.
public final class Shades {

  /// Surprisal and entropy reach the strong end here: p = 1/4096.
  private static final double MAX_BITS = 12;

  private static final List<Double> TICKS = List.of(0.0, 4.0, 8.0, MAX_BITS);

  /// The labels of the scale of `ofShare`.
  public static final List<String> SHARE_TICKS = List.of("0", "25", "100 %");

  private Shades() {}

  /// From 0, as expected, to 1; NaN for no shade at all, and for measures from inside the model.
  public static double of(Shading shading, TokenNumbers token) {
    return switch (shading) {
      case SURPRISAL -> ofBits(token.surprisal());
      case PROBABILITY -> 1 - token.probability();
      case RANK -> RankClass.of(token.rank()).shade();
      case ENTROPY -> ofBits(token.entropy());
      case ATTENTION, GRADIENT, NONE -> Double.NaN;
    };
  }

  /// The shade of a share of the whole, 0..1. The root tells small shares apart: in a text of a
  /// hundred tokens, most have less than 1 %.
  public static double ofShare(double share) {
    return Math.sqrt(Math.clamp(share, 0.0, 1.0));
  }

  private static double ofBits(double nats) {
    return Math.min(1, Numbers.bits(nats) / MAX_BITS);
  }

  private static String tick(double bits, InformationUnit unit) {
    double value = unit == InformationUnit.BITS ? bits : unit.of(bits * Math.log(2));
    var text = value == Math.rint(value) ? Numbers.count((long) value) : oneDecimal(value);
    return bits == MAX_BITS ? "≥ " + text : text;
  }

  private static String oneDecimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /// The labels at equal distances from the faint end of the scale to its strong end; none for a
  /// shading without a continuous scale.
  ///
  /// @param unit of surprisal and entropy
  public static List<String> ticks(Shading shading, InformationUnit unit) {
    return switch (shading) {
      case SURPRISAL, ENTROPY -> TICKS.stream().map(bits -> tick(bits, unit)).toList();
      case PROBABILITY -> List.of("100", "50", "0");
      case ATTENTION -> SHARE_TICKS;
      case RANK, GRADIENT, NONE -> List.of();
    };
  }
}
