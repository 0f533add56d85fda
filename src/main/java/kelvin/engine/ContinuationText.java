package kelvin.engine;

import java.util.List;
import kelvin.text.Span;
import kelvin.text.Vocabulary;

/// The text of generated tokens, and the part of it that belongs to each.
///
/// @param text exact; bytes that are no whole character yet stand as U+FFFD
/// @param spans of the tokens in `text`, in UTF-16 units; tokens that share a character have the
///     same span
public record ContinuationText(String text, List<Span> spans) {

  public static final ContinuationText EMPTY = new ContinuationText("", List.of());

  public ContinuationText {
    spans = List.copyOf(spans);
  }

  /// Decodes generated tokens. A token that the tokenizer does not have stands as its description.
  public static ContinuationText of(Vocabulary vocabulary, List<Integer> ids) {
    return new ContinuationDecoder(vocabulary).decode(ids);
  }
}
