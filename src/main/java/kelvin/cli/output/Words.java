package kelvin.cli.output;

import java.util.Locale;
import kelvin.text.Percent;

/// Numbers as people read them, the same everywhere.
public final class Words {

  /// Below this, a mass is what rounding leaves of a sum.
  private static final double ROUNDING = 1e-13;

  private static final double LN_2 = Math.log(2);

  private Words() {}

  public static String percent(double probability) {
    return Percent.of(probability) + " %";
  }

  /// A mass that is a sum or what a sum leaves of 1.
  public static String mass(double mass) {
    return percent(Math.abs(mass) < ROUNDING ? 0 : mass);
  }

  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  public static String tokens(long number) {
    return count(number) + (number == 1 ? " token" : " tokens");
  }

  public static String bits(double nats) {
    return String.format(Locale.ROOT, "%.2f", nats / LN_2);
  }

  public static String decimal(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
