package kelvin.distribution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kelvin.math.SplitMix64;

/// Excludes the top choices. At random steps it removes all tokens with a probability of at least
/// `threshold` except the least probable of them (p-e-w, llama.cpp pull request 9742, 2024).
///
/// At least two tokens must reach the threshold, so a threshold above 0.5 has no effect. **The
/// most probable token may be removed.** Whether the stage acts in a step is a pure function of
/// (seed, step). Range: 0 ≤ probability ≤ 1, 0 < threshold ≤ 1. Default: off; llama.cpp has 0 and
/// 0.1.
///
/// @param probability the probability that the stage acts in a step
public record Xtc(double probability, double threshold) implements TruncationStage {

  /// Separates this stage's random numbers from those of the draw.
  private static final long STREAM = 0x7874632D6B656C76L;

  public Xtc {
    Range.check(
        "xtc-probability", probability, probability >= 0 && probability <= 1, "between 0 and 1");
    Range.check(
        "xtc-threshold", threshold, threshold > 0 && threshold <= 1, "greater than 0, at most 1");
  }

  @Override
  public StageKind kind() {
    return StageKind.XTC;
  }

  /// Returns whether the stage acts in this step.
  public boolean acts(StepContext step) {
    return SplitMix64.uniform(step.seed() ^ STREAM, step.step()) < probability;
  }

  @Override
  public boolean mayRemoveFirst() {
    return true;
  }

  @Override
  public Survivors keep(Survivors before, StepContext step) {
    int top = before.countWithProbability(threshold);
    return top < 2 || threshold > 0.5 || !acts(step)
        ? before
        : before.keep(before.first() + top - 1, before.last());
  }

  @Override
  public Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step) {
    return rank > before.last() || keep(before, step).has(rank)
        ? Optional.empty()
        : Optional.of(
            new Shortfall(
                Shortfall.Measure.PROBABILITY_BELOW, threshold, before.probability(rank)));
  }

  static Xtc read(StageValues values) {
    return new Xtc(values.number("probability", 0.5), values.number("threshold", 0.1));
  }

  @Override
  public Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("probability", probability);
    settings.put("threshold", threshold);
    return settings;
  }
}
