package kelvin.distribution;

/// Reports what one stage did: one line of the waterfall.
///
/// Counts include only tokens that can be drawn. Masses are shares of the mass before the stage.
public sealed interface StageOutcome permits CutOutcome, ScalingOutcome, EditOutcome {

  SamplerStage stage();

  /// The number of tokens before the stage.
  int keptBefore();

  /// The number of tokens after the stage.
  int keptAfter();

  /// The mass of the removed tokens, 0..1.
  double removedMass();

  /// The entropy before the stage, in nats.
  double entropyBefore();

  /// The entropy after the stage, renormalised, in nats.
  double entropyAfter();

  /// Returns whether a token stayed only because at least one has to.
  boolean keptFallback();

  default int removedCount() {
    return keptBefore() - keptAfter();
  }
}
