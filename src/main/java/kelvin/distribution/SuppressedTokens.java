package kelvin.distribution;

import java.util.List;
import java.util.Map;

/// Forbids tokens. A sequence of tokens forbids its last token when the text ends with the others
/// (`suppress_tokens` and `bad_words_ids` of Hugging Face Transformers, `bad_words` of vLLM).
///
/// Default: none.
public record SuppressedTokens(List<List<Integer>> sequences) implements LogitTransform {

  public SuppressedTokens {
    sequences =
        sequences.stream()
            .map(sequence -> TokenSequences.checked("suppressed-tokens", sequence))
            .toList();
  }

  @Override
  public StageKind kind() {
    return StageKind.SUPPRESSED_TOKENS;
  }

  @Override
  public void apply(LogitEdits edits, TokenHistory history) {
    for (var sequence : sequences) {
      if (TokenSequences.canComplete(sequence, history)) {
        edits.set(sequence.getLast(), Double.NEGATIVE_INFINITY);
      }
    }
  }

  @Override
  public List<Integer> tokenIds() {
    return sequences.stream().flatMap(List::stream).toList();
  }

  static SuppressedTokens read(StageValues values) {
    return new SuppressedTokens(values.sequences("sequences"));
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("sequences", sequences);
  }
}
