package kelvin.distribution;

/// Reports what one temperature stage did: it removes nothing and changes the entropy.
public record ScalingOutcome(TemperatureStage stage, Survivors before, Survivors after)
    implements StageOutcome {

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
