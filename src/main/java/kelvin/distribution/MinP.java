package kelvin.distribution;

import kelvin.math.SoftmaxSums;

/// Keeps the tokens with at least `minP` times the probability of the most probable one (Nguyen et
/// al., "Min-p Sampling", 2024).
///
/// A ratio of probabilities is a gap of logits, `l ≥ max + τ·ln minP`, so no probability is needed
/// and ties with the maximum survive at 1.
///
/// @param minP in (0, 1]
public record MinP(double minP) implements TruncationStage {

  public MinP {
    if (!(minP > 0 && minP <= 1)) {
      throw new IllegalArgumentException("min-p must be between 0 and 1, was " + minP);
    }
  }

  @Override
  public String name() {
    return "min-p";
  }

  @Override
  public int keep(Distribution scaled, int kept) {
    double temperature = scaled.temperature();
    if (temperature == 0) {
      return 1;
    }
    double threshold = scaled.logits().atRank(1) + temperature * StrictMath.log(minP);
    return Math.max(1, SoftmaxSums.countAtLeast(scaled.logits().sorted(), kept, threshold));
  }
}
