package kelvin.engine;

import java.util.ArrayList;
import java.util.List;
import kelvin.text.Span;
import kelvin.text.TokenStream;
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
    var stream = new TokenStream();
    var text = new StringBuilder();
    var spans = new ArrayList<Span>(ids.size());
    int waiting = 0;
    for (int id : ids) {
      int start = text.length();
      if (vocabulary.isPadding(id)) {
        waiting = take(spans, waiting, start, append(text, stream.finish()));
        start = text.length();
        text.append(vocabulary.text(id));
      } else {
        text.append(stream.accept(vocabulary.bytes(id)));
      }
      if (text.length() == start) {
        waiting++;
      } else {
        waiting = take(spans, waiting, start, characterEnd(text, start));
        spans.add(new Span(start, text.length()));
      }
    }
    int start = text.length();
    take(spans, waiting, start, append(text, stream.finish()));
    return new ContinuationText(text.toString(), spans);
  }

  private static int append(StringBuilder text, String more) {
    return text.append(more).length();
  }

  /// Gives the tokens whose bytes were held back the character that they began.
  private static int take(List<Span> spans, int waiting, int start, int end) {
    for (int i = 0; i < waiting; i++) {
      spans.add(new Span(start, end));
    }
    return 0;
  }

  private static int characterEnd(StringBuilder text, int start) {
    return start + Character.charCount(text.codePointAt(start));
  }
}
