package kelvin.cli;

import java.util.Locale;

/// Numbers as people read them, the same everywhere.
final class Words {

  private static final double LN_2 = Math.log(2);

  private Words() {}

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String tokens(long number) {
    return count(number) + (number == 1 ? " token" : " tokens");
  }

  static String bits(double nats) {
    return String.format(Locale.ROOT, "%.2f", nats / LN_2);
  }

  static String decimal(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
