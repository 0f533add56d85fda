package kelvin.distribution;

/// Finds the temperature at which a distribution has a given perplexity.
///
/// Uses Newton's method on H(τ) − ln N, where dH/dτ is the varentropy divided by τ. A step that
/// leaves the bracket is replaced by bisection. H rises with τ, so there is at most one answer.
public final class TemperatureSearch {

  private static final int MAX_PASSES = 80;
  private static final double PRECISION = 1e-12;
  private static final double MIN_TEMPERATURE = 1e-6;
  private static final double MAX_TEMPERATURE = 1e6;

  private TemperatureSearch() {}

  /// The τ at which the perplexity is `perplexity`: 0 for a perplexity of 1, +∞ for the number of
  /// possible tokens. If m tokens tie at the top, only τ = 0 gives less than m, and the smallest
  /// searched τ is returned.
  ///
  /// @param perplexity from 1 to the number of finite logits
  public static double forPerplexity(Logits logits, double perplexity) {
    if (!(perplexity >= 1 && perplexity <= logits.finiteCount())) {
      throw new IllegalArgumentException(
          "the perplexity must be between 1 and "
              + logits.finiteCount()
              + ", the number of possible tokens, was "
              + perplexity);
    }
    double target = StrictMath.log(perplexity);
    double low = MIN_TEMPERATURE;
    double high = MAX_TEMPERATURE;
    if (Distribution.of(logits, low).entropy() >= target) {
      return perplexity == 1 ? 0 : low;
    }
    if (Distribution.of(logits, high).entropy() <= target) {
      return Double.POSITIVE_INFINITY;
    }
    double temperature = 1;
    for (int pass = 0; pass < MAX_PASSES; pass++) {
      var distribution = Distribution.of(logits, temperature);
      double gap = distribution.entropy() - target;
      if (Math.abs(gap) <= PRECISION * Math.max(1, target)) {
        break;
      }
      if (gap < 0) {
        low = temperature;
      } else {
        high = temperature;
      }
      double next = temperature - gap / distribution.entropySlope();
      // τ covers twelve orders of magnitude, so the bracket is halved on a logarithmic scale.
      temperature = next > low && next < high ? next : Math.sqrt(low * high);
    }
    return temperature;
  }
}
