package kelvin.distribution;

import java.util.Map;

/// Reports what one transform did to single logits.
///
/// Most numbers rank the vocabulary again at every call. That is fast enough for the waterfall,
/// which is shown on demand, but not for every frame.
///
/// @param model the model's own logits
/// @param editsBefore the edited logits before the stage, by token id
/// @param editsAfter the edited logits after the stage, by token id
public record EditOutcome(
    LogitTransform stage,
    Logits model,
    Map<Integer, Double> editsBefore,
    Map<Integer, Double> editsAfter)
    implements StageOutcome {

  /// The number of logits that the stage changed.
  public int changedCount() {
    return (int)
        editsAfter.entrySet().stream()
            .filter(edit -> edit.getValue() != logitBefore(edit.getKey()))
            .count();
  }

  /// The distribution before the stage, at τ = 1; computed at every call.
  public Distribution before() {
    return Distribution.of(LogitEdits.applied(model, editsBefore), 1);
  }

  /// The distribution after the stage, at τ = 1; computed at every call.
  public Distribution after() {
    return Distribution.of(LogitEdits.applied(model, editsAfter), 1);
  }

  /// Returns whether the stage made a possible token impossible.
  public boolean removes(int tokenId) {
    return editsAfter.getOrDefault(tokenId, 0.0) == Double.NEGATIVE_INFINITY
        && logitBefore(tokenId) > Double.NEGATIVE_INFINITY;
  }

  private double logitBefore(int tokenId) {
    return editsBefore.getOrDefault(tokenId, model.ofToken(tokenId));
  }

  @Override
  public int keptBefore() {
    return LogitEdits.applied(model, editsBefore).finiteCount();
  }

  @Override
  public int keptAfter() {
    return LogitEdits.applied(model, editsAfter).finiteCount();
  }

  @Override
  public double removedMass() {
    return removedMass(before());
  }

  /// Computes the removed mass from a `before()` that the caller already has.
  public double removedMass(Distribution before) {
    double mass = 0;
    for (int id : editsAfter.keySet()) {
      if (removes(id)) {
        mass += before.probabilityOfToken(id);
      }
    }
    return Math.min(1, mass);
  }

  @Override
  public double entropyBefore() {
    return before().entropy();
  }

  @Override
  public double entropyAfter() {
    return after().entropy();
  }

  @Override
  public boolean keptFallback() {
    return LogitEdits.forbidsAll(model, editsAfter) && !LogitEdits.forbidsAll(model, editsBefore);
  }
}
