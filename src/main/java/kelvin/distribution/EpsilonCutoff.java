package kelvin.distribution;

import java.util.Map;
import java.util.Optional;

/// Keeps the tokens with a probability of at least ε (Hewitt, Manning and Liang, "Truncation
/// Sampling as Language Model Desmoothing", 2022).
///
/// If no token reaches ε, the most probable token and its ties stay, as in Hugging Face
/// Transformers. Range: 0 < ε < 1. Default: off; the paper uses 3e-4 to 9e-4.
///
/// @param minKept how many of the most probable tokens always stay: `min_tokens_to_keep` of
///     Hugging Face Transformers; 1 by default
public record EpsilonCutoff(double epsilon, int minKept) implements TruncationStage {

  public EpsilonCutoff {
    Range.check(
        "epsilon-cutoff", epsilon, epsilon > 0 && epsilon < 1, "greater than 0 and less than 1");
    Range.checkMinKept(minKept);
  }

  public EpsilonCutoff(double epsilon) {
    this(epsilon, 1);
  }

  @Override
  public StageKind kind() {
    return StageKind.EPSILON_CUTOFF;
  }

  @Override
  public Survivors keep(Survivors before, StepContext step) {
    return keepAtLeast(epsilon, minKept, before);
  }

  /// Keeps the tokens of at least this probability, or the first `minKept` and their ties if
  /// there are fewer.
  static Survivors keepAtLeast(double probability, int minKept, Survivors before) {
    int count = before.countWithProbability(probability);
    return count >= minKept || before.temperature() == 0
        ? before.keepFirst(Math.max(minKept, count))
        : new TopK(minKept, TopK.Ties.KEEP).keep(before);
  }

  @Override
  public Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step) {
    return shortfall(epsilon, rank, before);
  }

  static Optional<Shortfall> shortfall(double probability, int rank, Survivors before) {
    double has = before.probability(rank);
    return has >= probability
        ? Optional.empty()
        : Optional.of(new Shortfall(Shortfall.Measure.PROBABILITY, probability, has));
  }

  static EpsilonCutoff read(StageValues values) {
    return new EpsilonCutoff(values.number("cutoff", 3e-4), values.minKept());
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("cutoff", epsilon, "least", minKept);
  }
}
