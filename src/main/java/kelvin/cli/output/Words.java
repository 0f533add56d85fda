package kelvin.cli.output;

import java.util.Locale;
import kelvin.distribution.Interval;
import kelvin.text.Count;
import kelvin.text.Percent;

/// Numbers as people read them, the same everywhere. A number that rounds to zero has no sign.
public final class Words {

  /// Below this, a mass is what rounding leaves of a sum.
  private static final double ROUNDING = 1e-13;

  private static final double LN_2 = Math.log(2);

  private Words() {}

  public static String percent(double probability) {
    return Percent.of(probability) + " %";
  }

  /// A probability that may be known only between two bounds: `31.2 %`, `≤ 0.2 %`, or `30.1 % to
  /// 31.2 %`.
  public static String percent(Interval value) {
    if (value.isExact()) {
      return percent(value.low());
    }
    return value.low() <= 0
        ? "≤ " + percent(value.high())
        : percent(value.low()) + " to " + percent(value.high());
  }

  /// A mass that is a sum or what a sum leaves of 1.
  public static String mass(double mass) {
    return percent(Math.abs(mass) < ROUNDING ? 0 : mass);
  }

  public static String count(long number) {
    return Count.of(number);
  }

  public static String tokens(long number) {
    return Count.tokens(number);
  }

  public static String bits(double nats) {
    return decimal(nats / LN_2);
  }

  /// Two decimals; a zero has no sign.
  public static String decimal(double number) {
    return withoutSignOfZero(String.format(Locale.ROOT, "%.2f", number));
  }

  /// Four decimals, for small numbers; a zero has no sign.
  public static String fine(double number) {
    return withoutSignOfZero(String.format(Locale.ROOT, "%.4f", number));
  }

  /// A number from 0 to 1 with three decimals; `not defined` for what is no number.
  public static String confidence(double number) {
    return Double.isNaN(number)
        ? "not defined"
        : withoutSignOfZero(String.format(Locale.ROOT, "%.3f", number));
  }

  /// Returns what a number gained or lost: `+0.412`, `-0.030`, `0.000`.
  public static String change(double number) {
    return withoutSignOfZero(String.format(Locale.ROOT, "%+.3f", number));
  }

  private static String withoutSignOfZero(String text) {
    return text.matches("[+-][0.]+") ? text.substring(1) : text;
  }
}
