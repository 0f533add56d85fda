package kelvin.distribution;

import java.util.LinkedHashMap;
import java.util.Map;

/// Which of the tokens so far a penalty counts.
///
/// The three engines agree on what a repetition penalty does to a logit and differ in this.
///
/// @param withPrompt whether the prompt's tokens count
/// @param last how many of the last tokens count; 0 for all
public record PenaltyScope(boolean withPrompt, int last) {

  /// Prompt and output: the repetition penalty of Hugging Face Transformers and of vLLM.
  public static final PenaltyScope ALL = new PenaltyScope(true, 0);

  /// The output alone: the frequency and presence penalties of OpenAI and vLLM.
  public static final PenaltyScope OUTPUT = new PenaltyScope(false, 0);

  /// The last 64 tokens: all penalties of llama.cpp, whose callers accept the prompt too.
  public static final PenaltyScope LAST_64 = new PenaltyScope(true, 64);

  public PenaltyScope {
    if (last < 0) {
      throw new IllegalArgumentException("last must be at least 1, or 0 for all, was " + last);
    }
  }

  static PenaltyScope read(StageValues values, PenaltyScope otherwise) {
    return new PenaltyScope(
        values.truth("prompt", otherwise.withPrompt), values.whole("last", otherwise.last));
  }

  void write(Map<String, Object> settings) {
    settings.put("prompt", withPrompt);
    settings.put("last", last);
  }

  /// How often each token that counts occurs.
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
