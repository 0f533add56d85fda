package kelvin.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kelvin.text.Span;

/// The places of a searched word in a text, whatever the case of its letters.
///
/// @param spans in UTF-16 units, from the beginning to the end; they do not overlap
public record Occurrences(List<Span> spans) {

  public static final Occurrences NONE = new Occurrences(List.of());

  public Occurrences {
    spans = List.copyOf(spans);
  }

  /// @param word an empty word is nowhere
  public static Occurrences of(String word, String text) {
    if (word.isEmpty()) {
      return NONE;
    }
    var spans = new ArrayList<Span>();
    int at = 0;
    while (at + word.length() <= text.length()) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        spans.add(new Span(at, at + word.length()));
        at += word.length();
      } else {
        at++;
      }
    }
    return new Occurrences(spans);
  }

  /// The index in `spans` of the first place at or behind a caret; the first of all behind the
  /// last; −1 if there is none.
  public int from(int caret) {
    for (int i = 0; i < spans.size(); i++) {
      if (spans.get(i).start() >= caret) {
        return i;
      }
    }
    return spans.isEmpty() ? -1 : 0;
  }

  /// The index of the last place that begins before a caret; the last of all before the first; −1
  /// if there is none.
  public int before(int caret) {
    for (int i = spans.size() - 1; i >= 0; i--) {
      if (spans.get(i).start() < caret) {
        return i;
      }
    }
    return spans.size() - 1;
  }

  /// The place in words, such as `2 of 7`.
  ///
  /// @param index in `spans`; −1 for none
  public String describe(int index) {
    return index < 0
        ? "not in the text"
        : String.format(Locale.ROOT, "%,d of %,d", index + 1, spans.size());
  }
}
