package kelvin.ui.control;

import java.math.BigDecimal;
import java.util.Locale;
import kelvin.display.InformationUnit;
import kelvin.text.Count;
import kelvin.text.Percent;

/// Formats numbers the same way everywhere in the window: with two decimals, and with more only
/// where two would show zero.
public final class Numbers {

  private Numbers() {}

  /// A probability as a percentage, without the sign: `15.36`, `0.017`, `2.1×10⁻⁷`, `0`.
  public static String percent(double probability) {
    return Double.isNaN(probability) ? "–" : Percent.of(probability);
  }

  /// A probability as such: three decimals, and more where they would show 0 or 1: `0.137`,
  /// `2.1e-07`, `0.99998`.
  public static String probability(double probability) {
    if (Double.isNaN(probability)) {
      return "–";
    }
    if (probability > 0 && probability < 0.0005) {
      return String.format(Locale.ROOT, "%.1e", probability);
    }
    double rest = 1 - probability;
    int decimals = rest > 0 && rest < 0.0005 ? (int) Math.min(7, Math.ceil(-Math.log10(rest))) : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", probability);
  }

  /// A cumulative mass as a percentage; never rounds up to 100 while some mass remains.
  public static String cumulativePercent(double mass) {
    double percent = mass * 100;
    return percent < 100 && percent >= 99.95
        ? ">99.9"
        : String.format(Locale.ROOT, "%.1f", percent);
  }

  /// A count with a thousands separator: `4,096`.
  public static String count(long count) {
    return Count.of(count);
  }

  /// A number of tokens in words: `1 token`, `4,096 tokens`.
  public static String tokens(long count) {
    return Count.tokens(count);
  }

  /// Three significant digits, or a dash for a value that is not a number.
  public static String threeDigits(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    if (size >= 1e6) {
      return signed(String.format(Locale.ROOT, "%.2e", value));
    }
    int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return signed(String.format(Locale.ROOT, "%,." + decimals + "f", value));
  }

  /// Three significant digits also of small numbers: `0.00112`, `2.1e-07`.
  public static String significant(double value) {
    double size = Math.abs(value);
    if (Double.isNaN(value) || size == 0 || size >= 0.1) {
      return threeDigits(value);
    }
    if (size < 1e-4) {
      return signed(String.format(Locale.ROOT, "%.1e", value));
    }
    int decimals = 2 + (int) Math.ceil(-Math.log10(size));
    return signed(String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  /// Two decimals, with a real minus sign.
  public static String twoDecimals(double value) {
    if (!Double.isFinite(value)) {
      return threeDigits(value);
    }
    return signed(String.format(Locale.ROOT, "%.2f", value));
  }

  /// A setting as a user would type it: `1`, `0.8`, `0.0001`.
  public static String plain(double value) {
    if (Double.isInfinite(value)) {
      return threeDigits(value);
    }
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  /// A number of nats in the unit that the user chose, with the unit: `2.45 bits`.
  public static String information(double nats, InformationUnit unit) {
    return threeDigits(unit.of(nats)) + " " + unit.label();
  }

  /// Converts nats to bits, for a scale that always is in bits.
  public static double bits(double nats) {
    return InformationUnit.BITS.of(nats);
  }

  /// Writes a real minus sign, but none before a zero.
  private static String signed(String text) {
    boolean isZero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return isZero ? text.replace("-", "") : text.replace('-', '−');
  }
}
