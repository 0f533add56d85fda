package kelvin.distribution;

import java.util.LinkedHashMap;
import java.util.Map;

/// Selects the tokens that a penalty counts.
///
/// Hugging Face Transformers, vLLM and llama.cpp apply a repetition penalty to a logit in the
/// same way but count different tokens.
///
/// @param withPrompt whether the prompt's tokens count
/// @param last how many of the last tokens count; 0 for all
public record PenaltyScope(boolean withPrompt, int last) {

  /// Prompt and output: the repetition penalty of Hugging Face Transformers and of vLLM.
  public static final PenaltyScope ALL = new PenaltyScope(true, 0);

  /// Only the output: the frequency and presence penalties of OpenAI and vLLM.
  public static final PenaltyScope OUTPUT = new PenaltyScope(false, 0);

  /// The last 64 tokens: all penalties of llama.cpp. Its programs pass the prompt's tokens too.
  public static final PenaltyScope LAST_64 = new PenaltyScope(true, 64);

  public PenaltyScope {
    if (last < 0) {
      throw new IllegalArgumentException("last must be at least 1, or 0 for all, was " + last);
    }
  }

  static PenaltyScope read(StageValues values, PenaltyScope defaults) {
    return new PenaltyScope(
        values.flag("prompt", defaults.withPrompt), values.whole("last", defaults.last));
  }

  void write(Map<String, Object> settings) {
    settings.put("prompt", withPrompt);
    settings.put("last", last);
  }

  /// The number of occurrences of each token in the scope.
  Map<Integer, Integer> counts(TokenHistory history) {
    int from = withPrompt ? 0 : history.promptLength();
    if (last > 0) {
      from = Math.max(from, history.length() - last);
    }
    var counts = new LinkedHashMap<Integer, Integer>();
    for (int id : history.from(from)) {
      counts.merge(id, 1, Integer::sum);
    }
    return counts;
  }
}
