package kelvin.distribution;

import java.util.Optional;

/// Reports what one temperature stage did: it changes the entropy. At τ = 0 only the first token
/// is left, with all the mass.
public record ScalingOutcome(TemperatureStage stage, Survivors before, Survivors after)
    implements StageOutcome {

  /// The place of a token that τ = 0 left out; empty for the others.
  Optional<Shortfall> shortfall(int rank) {
    return after.has(rank) || !before.has(rank)
        ? Optional.empty()
        : Optional.of(
            new Shortfall(Shortfall.Measure.RANK, after.count(), rank - before.first() + 1));
  }

  @Override
  public int keptBefore() {
    return before.count();
  }

  @Override
  public int keptAfter() {
    return after.count();
  }

  @Override
  public double removedMass() {
    return 0;
  }

  @Override
  public double entropyBefore() {
    return before.entropy();
  }

  @Override
  public double entropyAfter() {
    return after.entropy();
  }

  @Override
  public boolean keptFallback() {
    return false;
  }
}
