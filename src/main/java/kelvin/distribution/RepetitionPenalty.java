package kelvin.distribution;

import java.util.LinkedHashMap;
import java.util.Map;

/// Makes tokens that have occurred less probable, however often they occurred: a positive logit
/// is divided by the penalty, a negative one multiplied (Keskar et al., "CTRL", 2019).
///
/// Hugging Face Transformers, llama.cpp and vLLM count different tokens (`PenaltyScope`);
/// otherwise their rules have the same effect. Range: penalty > 0; below 1 it makes repetition
/// more probable. Default: 1, which changes nothing.
public record RepetitionPenalty(double penalty, PenaltyScope scope) implements LogitTransform {

  public RepetitionPenalty {
    Range.check(
        "repetition-penalty",
        penalty,
        penalty > 0 && penalty < Double.POSITIVE_INFINITY,
        "greater than 0 and finite");
  }

  @Override
  public StageKind kind() {
    return StageKind.REPETITION_PENALTY;
  }

  @Override
  public void apply(LogitEdits edits, TokenHistory history) {
    for (int id : scope.counts(history).keySet()) {
      if (edits.has(id)) {
        double logit = edits.get(id);
        edits.set(id, logit < 0 ? logit * penalty : logit / penalty);
      }
    }
  }

  static RepetitionPenalty read(StageValues values) {
    return new RepetitionPenalty(
        values.number("penalty", 1), PenaltyScope.read(values, PenaltyScope.ALL));
  }

  @Override
  public Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("penalty", penalty);
    scope.write(settings);
    return settings;
  }
}
