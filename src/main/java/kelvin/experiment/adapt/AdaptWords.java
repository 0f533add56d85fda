package kelvin.experiment.adapt;

import java.util.Locale;
import kelvin.text.Percent;

/// The numbers of a comparison as people read them, the same in the window and on the command line.
public final class AdaptWords {

  private AdaptWords() {}

  /// A method with its number of examples, such as `few-shot with 8 examples`.
  public static String named(AdaptMethod method, int examples) {
    return method.label()
        + (examples == 0 ? "" : " with " + examples + (examples == 1 ? " example" : " examples"));
  }

  /// A share of 1 in percent.
  static String percent(double share) {
    return Percent.of(share) + " %";
  }

  /// A time, in milliseconds below a second.
  public static String seconds(double seconds) {
    return seconds == 0
        ? "0 s"
        : seconds < 1
            ? String.format(Locale.ROOT, "%.1f ms", 1000 * seconds)
            : String.format(Locale.ROOT, "%.1f s", seconds);
  }

  /// A size, in thousands of bytes from ten thousand on, then in millions.
  public static String bytes(long bytes) {
    return bytes < 10_000
        ? String.format(Locale.ROOT, "%,d B", bytes)
        : bytes < 10_000_000
            ? String.format(Locale.ROOT, "%,d kB", Math.round(bytes / 1e3))
            : String.format(Locale.ROOT, "%,d MB", Math.round(bytes / 1e6));
  }
}
