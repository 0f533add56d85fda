package kelvin.distribution;

import java.util.Locale;

/// Explains why a stage removes a token: the bound that the token misses, and its own value.
///
/// @param bound computed from the stage's setting and the tokens that the stage sees
/// @param value of the token; on the wrong side of `bound`
public record Shortfall(Measure measure, double bound, double value) {

  /// The measured quantities, each with the side of the bound on which a token survives.
  public enum Measure {
    RANK("outside the top %2$s (rank %1$s)", "%.0f", 1),
    MASS_ABOVE("outside the top %2$s of the mass (%1$s lies above it)", "%.3g %%", 100),
    PROBABILITY("probability %s, below the minimum of %s", "%.3g %%", 100),
    NO_PROBABILITY("probability 0 at this temperature"),
    PROBABILITY_BELOW("probability %s, not below the threshold of %s", "%.3g %%", 100),
    LOGIT("logit %s, below the minimum of %s", "%.4g", 1),
    SURPRISAL_GAP("surprisal is %s from the entropy, more than %s", "%.4g nats", 1),
    SURPRISAL("surprisal %s, above the maximum of %s", "%.4g bits", 1),
    ENTROPY_SO_FAR("entropy sum down to it %s, above the maximum of %s", "%.4g nats", 1);

    /// A sentence of the value, then the bound.
    private final String sentence;

    private final String format;
    private final double unit;

    /// A sentence without the numbers.
    Measure(String sentence) {
      this(sentence, "", 1);
    }

    Measure(String sentence, String format, double unit) {
      this.sentence = sentence;
      this.format = format;
      this.unit = unit;
    }

    String format(double value) {
      return String.format(Locale.ROOT, format, unit * value);
    }
  }

  /// A phrase such as “probability 0.9 %, below the minimum of 1.3 %”.
  public String sentence() {
    return String.format(
        Locale.ROOT, measure.sentence, measure.format(value), measure.format(bound));
  }
}
