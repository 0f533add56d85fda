package kelvin.text;

import java.util.Locale;

/// Says a number of seconds as a person would.
public final class Durations {

  private Durations() {}

  /// Such as `4.2 s`, `35 s`, `4 min` or `2.5 h`; a dash where it is not known.
  public static String words(double seconds) {
    if (Double.isNaN(seconds)) {
      return "–";
    }
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    if (seconds < 120) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    return seconds < 7200
        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }
}
