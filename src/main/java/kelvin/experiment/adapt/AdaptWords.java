package kelvin.experiment.adapt;

import java.util.Locale;

/// Costs as people read them, the same in the window and on the command line.
public final class AdaptWords {

  private AdaptWords() {}

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
