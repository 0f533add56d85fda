package kelvin.distribution;

import java.util.LinkedHashMap;
import java.util.Map;

/// Lowers the logit of a token once for each of its occurrences: `l − penalty · count` (the API
/// of OpenAI; vLLM; llama.cpp).
///
/// vLLM counts only the output, llama.cpp the last tokens (`PenaltyScope`). Range: any finite
/// number; OpenAI and vLLM allow −2 to 2. Default: 0, which changes nothing.
public record FrequencyPenalty(double penalty, PenaltyScope scope) implements LogitTransform {

  public FrequencyPenalty {
    Range.check("frequency-penalty", penalty, Double.isFinite(penalty), "a finite number");
  }

  @Override
  public StageKind kind() {
    return StageKind.FREQUENCY_PENALTY;
  }

  @Override
  public void apply(LogitEdits edits, TokenHistory history) {
    scope.counts(history).forEach((id, count) -> edits.add(id, -penalty * count));
  }

  static FrequencyPenalty read(StageValues values) {
    return new FrequencyPenalty(
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
