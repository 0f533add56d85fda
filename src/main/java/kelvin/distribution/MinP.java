package kelvin.distribution;

import java.util.Map;
import java.util.Optional;
import kelvin.math.SoftmaxSums;

/// Keeps the tokens with at least `minP` times the probability of the most probable one (Nguyen et
/// al., "Min-p Sampling", 2024).
///
/// A ratio of probabilities is a difference of logits, `l ≥ max + τ·ln minP`. So no probability
/// is computed, and at minP = 1 all ties with the maximum survive. Range: 0 ≤ minP ≤ 1; 0 removes
/// nothing. Default: off in Hugging Face Transformers and vLLM, 0.05 in llama.cpp.
///
/// @param minKept how many of the most probable tokens always stay: `min_tokens_to_keep` of
///     Hugging Face Transformers; 1 by default
public record MinP(double minP, int minKept) implements TruncationStage {

  public MinP {
    Range.check("min-p", minP, minP >= 0 && minP <= 1, "between 0 and 1");
    Range.checkMinKept(minKept);
  }

  public MinP(double minP) {
    this(minP, 1);
  }

  @Override
  public StageKind kind() {
    return StageKind.MIN_P;
  }

  @Override
  public Survivors keep(Survivors before, StepContext step) {
    double temperature = before.temperature();
    if (minP == 0 || temperature == Double.POSITIVE_INFINITY) {
      return before;
    }
    if (temperature == 0) {
      return before.keepFirst(minKept);
    }
    double threshold = before.logits().atRank(before.first()) + temperature * StrictMath.log(minP);
    int count =
        SoftmaxSums.countAtLeast(
            before.logits().sorted(), before.first() - 1, before.last(), threshold);
    return before.keepFirst(Math.max(minKept, count));
  }

  @Override
  public Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step) {
    return keep(before, step).has(rank)
        ? Optional.empty()
        : Optional.of(
            new Shortfall(
                Shortfall.Measure.PROBABILITY,
                minP * before.probability(before.first()),
                before.probability(rank)));
  }

  static MinP read(StageValues values) {
    return new MinP(values.number("p", 0), values.minKept());
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("p", minP, "least", minKept);
  }
}
