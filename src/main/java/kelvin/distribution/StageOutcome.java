package kelvin.distribution;

/// What one stage did: a line of the waterfall.
///
/// Counts are of tokens that can be drawn, masses are shares of what the stage saw.
public sealed interface StageOutcome permits CutOutcome, ScalingOutcome, EditOutcome {

  SamplerStage stage();

  /// How many tokens the stage saw.
  int keptBefore();

  /// How many it left.
  int keptAfter();

  /// The mass of what it removed, 0..1.
  double removedMass();

  /// Entropy of what the stage saw, in nats.
  double entropyBefore();

  /// Entropy of what it left, renormalised, in nats.
  double entropyAfter();

  /// Whether it left a token only because something has to be left.
  boolean sparedTheLast();

  default int removedCount() {
    return keptBefore() - keptAfter();
  }
}
