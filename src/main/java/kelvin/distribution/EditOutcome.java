package kelvin.distribution;

import java.util.Map;

/// What a transform did to single logits. Its numbers rank the vocabulary anew when they are asked
/// for: they are for a look at the waterfall, not for every frame.
///
/// @param model the model's own logits
/// @param editsBefore the new logits by token id as the stage found them
/// @param editsAfter as it left them
public record EditOutcome(
    LogitTransform stage,
    Logits model,
    Map<Integer, Double> editsBefore,
    Map<Integer, Double> editsAfter)
    implements StageOutcome {

  /// How many logits differ from those before the stage.
  public int changedCount() {
    return (int)
        editsAfter.entrySet().stream()
            .filter(edit -> edit.getValue() != logitBefore(edit.getKey()))
            .count();
  }

  /// What the stage saw, at τ = 1; computed anew at every call.
  public Distribution before() {
    return Distribution.of(LogitEdits.applied(model, editsBefore), 1);
  }

  /// What it left, at τ = 1; computed anew at every call.
  public Distribution after() {
    return Distribution.of(LogitEdits.applied(model, editsAfter), 1);
  }

  /// Whether the stage made a possible token impossible.
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

  /// The same with `before()` at hand.
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
  public boolean sparedTheLast() {
    return LogitEdits.forbidsAll(model, editsAfter) && !LogitEdits.forbidsAll(model, editsBefore);
  }
}
