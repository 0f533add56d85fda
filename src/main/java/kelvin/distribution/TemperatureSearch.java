package kelvin.distribution;

/// Finds the temperature that gives a distribution a wanted perplexity.
///
/// Newton's method on H(τ) − ln N, where dH/dτ is the varentropy over τ, inside a bracket that
/// bisection narrows when a step leaves it: H rises with τ, so there is one answer at most.
public final class TemperatureSearch {

  private static final int MOST_PASSES = 80;
  private static final double PRECISION = 1e-12;
  private static final double LOWEST = 1e-6;
  private static final double HIGHEST = 1e6;

  private TemperatureSearch() {}

  /// The τ at which the perplexity is `perplexity`: 0 for 1, and +∞ for that of all possible tokens
  /// alike. Where m tokens tie at the top, no τ but 0 goes below m, and the smallest is returned.
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
    double wanted = StrictMath.log(perplexity);
    double low = LOWEST;
    double high = HIGHEST;
    if (Distribution.of(logits, low).entropy() >= wanted) {
      return perplexity == 1 ? 0 : low;
    }
    if (Distribution.of(logits, high).entropy() <= wanted) {
      return Double.POSITIVE_INFINITY;
    }
    double temperature = 1;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      var distribution = Distribution.of(logits, temperature);
      double gap = distribution.entropy() - wanted;
      if (Math.abs(gap) <= PRECISION * Math.max(1, wanted)) {
        break;
      }
      if (gap < 0) {
        low = temperature;
      } else {
        high = temperature;
      }
      double next = temperature - gap / distribution.entropySlope();
      // τ spans twelve decades: the middle is the geometric one.
      temperature = next > low && next < high ? next : Math.sqrt(low * high);
    }
    return temperature;
  }
}
