package kelvin.inference;

import java.util.List;
import java.util.OptionalInt;
import kelvin.text.Vocabulary;

/// A tokenizer for one piece of work, whose encoding ends when the work is cancelled.
record CancellableTokenizer(Tokenizer tokenizer, Cancellation cancellation) implements Tokenizer {

  @Override
  public List<EncodedToken> encode(String text) {
    return tokenizer.encode(text, cancellation);
  }

  @Override
  public List<EncodedToken> encode(String text, Cancellation other) {
    try (var _ = cancellation.onCancel(other::cancel)) {
      return tokenizer.encode(text, other);
    }
  }

  @Override
  public byte[] decode(List<Integer> ids) {
    return tokenizer.decode(ids);
  }

  @Override
  public List<Integer> startTokens() {
    return tokenizer.startTokens();
  }

  @Override
  public OptionalInt namedStartToken() {
    return tokenizer.namedStartToken();
  }

  @Override
  public List<Integer> endOfTextIds() {
    return tokenizer.endOfTextIds();
  }

  @Override
  public List<String> warnings() {
    return tokenizer.warnings();
  }

  @Override
  public Vocabulary vocabulary() {
    return tokenizer.vocabulary();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
