package kelvin.distribution;

import java.util.Map;

/// Forbids every token that would complete a sequence of n tokens which the text already contains
/// (Paulus, Xiong and Socher, "A Deep Reinforced Model for Abstractive Summarization", 2017).
///
/// The prompt counts too, as in Hugging Face Transformers. Range: n ≥ 1. Default: off.
public record NoRepeatNgram(int n) implements LogitTransform {

  public NoRepeatNgram {
    Range.check("no-repeat-ngram", n, n >= 1, "at least 1");
  }

  @Override
  public StageKind kind() {
    return StageKind.NO_REPEAT_NGRAM;
  }

  @Override
  public void apply(LogitEdits edits, TokenHistory history) {
    int tail = history.length() - (n - 1);
    for (int start = 0; start < tail; start++) {
      int same = 0;
      while (same < n - 1 && history.at(start + same) == history.at(tail + same)) {
        same++;
      }
      if (same == n - 1) {
        edits.set(history.at(start + n - 1), Double.NEGATIVE_INFINITY);
      }
    }
  }

  static NoRepeatNgram read(StageValues values) {
    return new NoRepeatNgram(values.whole("n", 3));
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("n", n);
  }
}
