package kelvin.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import kelvin.inference.EncodedToken;
import kelvin.inference.Tokenizer;
import kelvin.text.Span;
import kelvin.text.Vocabulary;

/// A tokenizer for tests: one token per character.
///
/// A token's id is its Latin-1 code; every other character becomes a question mark. Id 0 is the
/// special token `<|endoftext|>`.
public final class FakeTokenizer implements Tokenizer {

  public static final int SIZE = 256;
  public static final int SPECIAL = 0;

  private final Vocabulary vocabulary = vocabularyOfLatin1();
  private final List<Integer> startTokens;

  private FakeTokenizer(List<Integer> startTokens) {
    this.startTokens = startTokens;
  }

  public static FakeTokenizer withStartToken() {
    return new FakeTokenizer(List.of(SPECIAL));
  }

  public static FakeTokenizer withoutStartToken() {
    return new FakeTokenizer(List.of());
  }

  private static Vocabulary vocabularyOfLatin1() {
    var pieces = new byte[SIZE][];
    for (int id = 0; id < SIZE; id++) {
      pieces[id] = Character.toString(id).getBytes(StandardCharsets.UTF_8);
    }
    pieces[SPECIAL] = "<|endoftext|>".getBytes(StandardCharsets.UTF_8);
    var special = new BitSet();
    special.set(SPECIAL);
    return new Vocabulary(pieces, special);
  }

  @Override
  public List<EncodedToken> encode(String text) {
    var tokens = new ArrayList<EncodedToken>();
    for (int start = 0; start < text.length(); ) {
      int codePoint = text.codePointAt(start);
      int end = start + Character.charCount(codePoint);
      int id = codePoint > 0 && codePoint < SIZE ? codePoint : '?';
      tokens.add(new EncodedToken(id, new Span(start, end)));
      start = end;
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
