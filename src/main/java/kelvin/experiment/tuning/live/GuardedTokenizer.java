package kelvin.experiment.tuning.live;

import java.util.List;
import java.util.OptionalInt;
import kelvin.inference.CancelledException;
import kelvin.inference.EncodedToken;
import kelvin.inference.Tokenizer;
import kelvin.text.Vocabulary;

/// A tokenizer that another thread may close: a call in progress ends first, and later ones are
/// cancelled. Its owner closes the tokenizer itself.
final class GuardedTokenizer implements Tokenizer {

  private final Tokenizer tokenizer;
  private boolean over;

  GuardedTokenizer(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  private void throwIfOver() {
    if (over) {
      throw new CancelledException();
    }
  }

  @Override
  public synchronized List<EncodedToken> encode(String text) {
    throwIfOver();
    return tokenizer.encode(text);
  }

  @Override
  public synchronized byte[] decode(List<Integer> ids) {
    throwIfOver();
    return tokenizer.decode(ids);
  }

  @Override
  public synchronized List<Integer> startTokens() {
    throwIfOver();
    return tokenizer.startTokens();
  }

  @Override
  public synchronized OptionalInt namedStartToken() {
    throwIfOver();
    return tokenizer.namedStartToken();
  }

  @Override
  public synchronized List<Integer> endOfTextIds() {
    throwIfOver();
    return tokenizer.endOfTextIds();
  }

  @Override
  public synchronized List<String> warnings() {
    throwIfOver();
    return tokenizer.warnings();
  }

  @Override
  public synchronized Vocabulary vocabulary() {
    throwIfOver();
    return tokenizer.vocabulary();
  }

  /// Waits for a call in progress and cancels those that come later.
  @Override
  public synchronized void close() {
    over = true;
  }
}
