package kelvin.cli.output;

import java.util.Locale;

/// Numbers as people read them, the same everywhere.
public final class Words {

  private static final double LN_2 = Math.log(2);

  private Words() {}

  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  public static String tokens(long number) {
    return count(number) + (number == 1 ? " token" : " tokens");
  }

  public static String bits(double nats) {
    return decimal(nats / LN_2);
  }

  /// Two decimals; a zero has no sign.
  public static String decimal(double number) {
    var text = String.format(Locale.ROOT, "%.2f", number);
    return text.equals("-0.00") ? "0.00" : text;
  }
}
