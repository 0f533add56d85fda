package kelvin.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import kelvin.inference.EncodedToken;
import kelvin.inference.Tokenizer;
import kelvin.text.Span;
import kelvin.text.Vocabulary;

/// One token for each byte: its id is the byte + 1; id 0 is the start token.
final class FakeTokenizer implements Tokenizer {

  static final int VOCABULARY_SIZE = 257;

  private final Vocabulary vocabulary = allBytes();
  private final List<Integer> startTokens;

  FakeTokenizer(List<Integer> startTokens) {
    this.startTokens = startTokens;
  }

  private static Vocabulary allBytes() {
    var pieces = new byte[VOCABULARY_SIZE][];
    pieces[0] = "<s>".getBytes(StandardCharsets.UTF_8);
    for (int id = 1; id < VOCABULARY_SIZE; id++) {
      pieces[id] = new byte[] {(byte) (id - 1)};
    }
    var special = new BitSet();
    special.set(0);
    return new Vocabulary(pieces, special);
  }

  @Override
  public List<EncodedToken> encode(String text) {
    var tokens = new ArrayList<EncodedToken>();
    for (int at = 0; at < text.length(); ) {
      int end = at + Character.charCount(text.codePointAt(at));
      for (byte b : text.substring(at, end).getBytes(StandardCharsets.UTF_8)) {
        tokens.add(new EncodedToken((b & 0xFF) + 1, new Span(at, end)));
      }
      at = end;
    }
    return tokens;
  }

  @Override
  public List<Integer> startTokens() {
    return startTokens;
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public void close() {}
}
