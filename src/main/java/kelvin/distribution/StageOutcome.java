package kelvin.distribution;

/// What one stage did.
///
/// @param keptBefore how many tokens the stage saw
/// @param keptAfter how many it left, the first ranks
public record StageOutcome(TruncationStage stage, int keptBefore, int keptAfter) {

  public int removedCount() {
    return keptBefore - keptAfter;
  }
}
