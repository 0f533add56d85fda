package kelvin.hub;

import java.util.Locale;

/// Writes sizes for people: kB, MB and GB are powers of 1,000, as on the hub's pages.
public final class Bytes {

  private Bytes() {}

  /// Such as `478 B`, `12.3 kB` or `1.99 GB`: three digits.
  public static String of(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes / 1000.0;
    for (var unit : new String[] {"kB", "MB", "GB"}) {
      if (value < 999.5) {
        return String.format(
                Locale.ROOT, value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f", value)
            + " "
            + unit;
      }
      value /= 1000;
    }
    return String.format(Locale.ROOT, "%,.2f TB", value);
  }
}
