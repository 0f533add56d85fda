package kelvin.distribution;

import java.util.Locale;

/// Why a stage removes a token: the bound that it does not keep, and its own number.
///
/// @param needs the bound, of the stage's setting and of the tokens that the stage sees
/// @param has the token's own number; on the wrong side of `needs`
public record Shortfall(Measure measure, double needs, double has) {

  /// What is measured, and on which side of the bound a token survives.
  public enum Measure {
    RANK("rank at most ", "%.0f", 1),
    MASS_ABOVE("less mass above it than ", "%.3g %%", 100),
    PROBABILITY("at least ", "%.3g %%", 100),
    PROBABILITY_BELOW("less than ", "%.3g %%", 100),
    LOGIT("a logit of at least ", "%.4g", 1),
    LOGIT_OF_THE_LAST("the logit of the last one kept, ", "%.6g", 1),
    SURPRISAL_GAP("a surprisal this near to the entropy: ", "%.4g nats", 1),
    SURPRISAL("a surprisal of at most ", "%.4g bits", 1),
    ENTROPY_SO_FAR("entropy of the tokens down to it of at most ", "%.4g nats", 1);

    private final String words;
    private final String format;
    private final double unit;

    Measure(String words, String format, double unit) {
      this.words = words;
      this.format = format;
      this.unit = unit;
    }

    String shown(double value) {
      return String.format(Locale.ROOT, format, unit * value);
    }
  }

  /// Such as “needs at least 1.3 %, has 0.9 %”.
  public String sentence() {
    return "needs " + measure.words + measure.shown(needs) + ", has " + measure.shown(has);
  }
}
