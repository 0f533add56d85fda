package kelvin.ui.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import kelvin.distribution.Interval;
import kelvin.ui.control.Numbers;

/// Writes numbers that may be known only between two bounds, as short as one number: the better
/// bound with its sign.
public final class KnownWords {

  /// Stands for a number of which nothing is known.
  public static final String UNKNOWN = "–";

  private KnownWords() {}

  /// A probability in percent: `31.2`, `≥31.2` or `≤0.2`.
  public static String percent(Interval value) {
    if (value.isExact()) {
      return Numbers.percent(value.low());
    }
    if (value.low() > 0) {
      return "≥" + Numbers.percent(value.low());
    }
    return value.high() < 1 ? "≤" + Numbers.percent(value.high()) : UNKNOWN;
  }

  /// Both bounds of a positive number with two digits, such as `1.6–1.9`, rounded away from each
  /// other.
  public static String between(Interval value) {
    return value.isExact()
        ? Numbers.threeDigits(value.low())
        : rounded(value.low(), RoundingMode.FLOOR)
            + "–"
            + rounded(value.high(), RoundingMode.CEILING);
  }

  private static String rounded(double value, RoundingMode mode) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(2, mode)).stripTrailingZeros().toPlainString()
        : UNKNOWN;
  }

  /// Both bounds of a number in words, such as `3.21–3.94`.
  ///
  /// @param low the least value in words
  /// @param high the greatest in words; the same for one that is known
  public static String between(String low, String high) {
    return low.equals(high) ? low : low + "–" + high;
  }
}
