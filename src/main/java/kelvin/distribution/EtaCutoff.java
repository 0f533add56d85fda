package kelvin.distribution;

import java.util.Map;
import java.util.Optional;

/// Keeps the tokens with a probability of at least `η = min(ε, √ε · e^(−H))`. The bound falls
/// where the model is uncertain (Hewitt, Manning and Liang, 2022, with α = √ε).
///
/// H is the entropy of the tokens that the stage sees. If no token reaches η, the most probable
/// token and its ties stay. Range: 0 < ε < 1. Default: off; the paper uses 3e-4 to 4e-3. The
/// documentation of Hugging Face Transformers writes √(ε · e^(−H)), but its code uses the formula
/// above.
///
/// @param minKept how many of the most probable tokens always stay: `min_tokens_to_keep` of
///     Hugging Face Transformers; 1 by default
public record EtaCutoff(double epsilon, int minKept) implements TruncationStage {

  public EtaCutoff {
    Range.check(
        "eta-cutoff", epsilon, epsilon > 0 && epsilon < 1, "greater than 0 and less than 1");
    Range.checkMinKept(minKept);
  }

  public EtaCutoff(double epsilon) {
    this(epsilon, 1);
  }

  @Override
  public StageKind kind() {
    return StageKind.ETA_CUTOFF;
  }

  @Override
  public Survivors keep(Survivors before, StepContext step) {
    return EpsilonCutoff.keepAtLeast(eta(before), minKept, before);
  }

  /// The bound for the tokens that the stage sees.
  double eta(Survivors before) {
    return Math.min(epsilon, StrictMath.sqrt(epsilon) * StrictMath.exp(-before.entropy()));
  }

  @Override
  public Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step) {
    return EpsilonCutoff.shortfall(eta(before), rank, before);
  }

  static EtaCutoff read(StageValues values) {
    return new EtaCutoff(values.number("cutoff", 2e-3), values.minKept());
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("cutoff", epsilon, "least", minKept);
  }
}
