package kelvin.distribution;

import java.util.Map;
import java.util.Optional;

/// Keeps the tokens with a probability of at least ε (Hewitt, Manning and Liang, "Truncation
/// Sampling as Language Model Desmoothing", 2022).
///
/// When there is none, the most probable token and those that tie with it stay, as in Hugging Face
/// Transformers. Range: 0 < ε < 1. Default: off; the paper uses 3e-4 to 9e-4.
///
/// @param least how many of the most probable tokens stay whatever the condition says: Hugging Face
///     Transformers' `min_tokens_to_keep`; 1 by default
public record EpsilonCutoff(double epsilon, int least) implements TruncationStage {

  public EpsilonCutoff {
    Range.check("epsilon-cutoff", epsilon, epsilon > 0 && epsilon < 1, "between 0 and 1, both out");
    Range.checkLeast(least);
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
    return keepAtLeast(epsilon, least, before);
  }

  /// The tokens of at least this probability, or else the first `least` and their ties.
  static Survivors keepAtLeast(double probability, int least, Survivors before) {
    int count = before.countWithProbability(probability);
    return count >= least || before.temperature() == 0
        ? before.keepFirst(Math.max(least, count))
        : new TopK(least, TopK.Ties.KEEP).keep(before);
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
    return new EpsilonCutoff(values.number("cutoff", 3e-4), values.least());
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("cutoff", epsilon, "least", least);
  }
}
