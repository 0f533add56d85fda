package kelvin.distribution;

import java.util.LinkedHashMap;
import java.util.Map;

/// Lowers the logit of a token once if it occurred at all: `l − penalty` (the API of OpenAI; vLLM;
/// llama.cpp).
///
/// vLLM counts only the output, llama.cpp the last tokens (`PenaltyScope`). Range: any finite
/// number; OpenAI and vLLM allow −2 to 2. Default: 0, which changes nothing.
public record PresencePenalty(double penalty, PenaltyScope scope) implements LogitTransform {

  public PresencePenalty {
    Range.check("presence-penalty", penalty, Double.isFinite(penalty), "a finite number");
  }

  @Override
  public StageKind kind() {
    return StageKind.PRESENCE_PENALTY;
  }

  @Override
  public void apply(LogitEdits edits, TokenHistory history) {
    scope.counts(history).forEach((id, _) -> edits.add(id, -penalty));
  }

  static PresencePenalty read(StageValues values) {
    return new PresencePenalty(
        values.number("penalty", 0), PenaltyScope.read(values, PenaltyScope.OUTPUT));
  }

  @Override
  public Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("penalty", penalty);
    scope.write(settings);
    return settings;
  }
}
