package kelvin.distribution;

/// Reports what one truncation stage removed.
public record CutOutcome(TruncationStage stage, Survivors before, Survivors after, StepContext step)
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
    return before.massWithout(after);
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
    return stage.shortfall(after.first(), before, step).isPresent();
  }
}
