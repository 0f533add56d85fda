package kelvin.engine;

import java.util.ArrayList;
import java.util.List;
import kelvin.text.Span;
import kelvin.text.TokenStream;
import kelvin.text.Vocabulary;

/// Decodes the tokens of a text that grows. Tokens that were decoded before are not decoded again
/// when others follow them, so that a long text plays as fast as a short one.
public final class ContinuationDecoder {

  private final Vocabulary vocabulary;
  private final List<Integer> decoded = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  private TokenStream stream = new TokenStream();

  /// The number of tokens at the end whose bytes are no whole character yet.
  private int waiting;

  public ContinuationDecoder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// True if it decodes the tokens of this vocabulary.
  public boolean isOf(Vocabulary other) {
    return vocabulary.equals(other);
  }

  /// Decodes generated tokens. A token that the tokenizer does not have stands as its description.
  public ContinuationText decode(List<Integer> ids) {
    if (!begins(ids)) {
      decoded.clear();
      text.setLength(0);
      spans.clear();
      stream = new TokenStream();
      waiting = 0;
    }
    ids.subList(decoded.size(), ids.size()).forEach(this::add);
    return soFar();
  }

  /// True if the decoded tokens are the first of these.
  private boolean begins(List<Integer> ids) {
    return decoded.size() <= ids.size() && decoded.equals(ids.subList(0, decoded.size()));
  }

  private void add(int id) {
    decoded.add(id);
    int start = text.length();
    if (vocabulary.isPadding(id)) {
      text.append(stream.finish());
      release(start, text.length());
      start = text.length();
      text.append(vocabulary.text(id));
    } else {
      text.append(stream.accept(vocabulary.bytes(id)));
    }
    if (text.length() == start) {
      waiting++;
    } else {
      release(start, start + Character.charCount(text.codePointAt(start)));
      spans.add(new Span(start, text.length()));
    }
  }

  /// Gives the waiting tokens the character that they began.
  private void release(int start, int end) {
    for (; waiting > 0; waiting--) {
      spans.add(new Span(start, end));
    }
  }

  private ContinuationText soFar() {
    var all = new ArrayList<>(spans);
    var unfinished = stream.unfinished();
    int end = text.length();
    for (int i = 0; i < waiting; i++) {
      all.add(new Span(end, end + unfinished.length()));
    }
    return new ContinuationText(text + unfinished, all);
  }
}
