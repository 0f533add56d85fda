package kelvin.distribution;

import java.util.Locale;

/// Explains why a stage removes a token: the bound that the token misses, and its own value.
///
/// @param bound computed from the stage's setting and the tokens that the stage sees
/// @param value of the token; on the wrong side of `bound`
public record Shortfall(Measure measure, double bound, double value) {

  /// The measured quantities, each with the side of the bound on which a token survives.
  public enum Measure {
    RANK("a rank of at most ", "%.0f", 1),
    MASS_ABOVE("a mass above it of less than ", "%.3g %%", 100),
    PROBABILITY("at least ", "%.3g %%", 100),
    PROBABILITY_BELOW("less than ", "%.3g %%", 100),
    LOGIT("a logit of at least ", "%.4g", 1),
    SURPRISAL_GAP("a distance between surprisal and entropy of at most ", "%.4g nats", 1),
    SURPRISAL("a surprisal of at most ", "%.4g bits", 1),
    ENTROPY_SO_FAR("an entropy sum down to this token of at most ", "%.4g nats", 1);

    private final String words;
    private final String format;
    private final double unit;

    Measure(String words, String format, double unit) {
      this.words = words;
      this.format = format;
      this.unit = unit;
    }

    String format(double value) {
      return String.format(Locale.ROOT, format, unit * value);
    }
  }

  /// A sentence such as “needs at least 1.3 %, has 0.9 %”.
  public String sentence() {
    return "needs " + measure.words + measure.format(bound) + ", has " + measure.format(value);
  }
}
