package kelvin.engine.label;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import kelvin.inference.EncodedToken;
import kelvin.inference.Tokenizer;
import kelvin.text.Span;
import kelvin.text.Vocabulary;

/// A tokenizer for tests of the boundary. Its tokens are letters, spaces, `:`, `://`, and a space
/// together with the next letter.
final class FakeMergingTokenizer implements Tokenizer {

  static final int SIZE = 512;
  private static final int COLON_SLASHES = 300;

  /// A space before the letter c is token 301 + c.
  private static final int SPACED = 301;

  @Override
  public List<EncodedToken> encode(String text) {
    var tokens = new ArrayList<EncodedToken>();
    for (int at = 0; at < text.length(); ) {
      int length = 1;
      int id = text.charAt(at);
      if (text.startsWith("://", at)) {
        length = 3;
        id = COLON_SLASHES;
      } else if (id == ' ' && at + 1 < text.length() && text.charAt(at + 1) != ' ') {
        length = 2;
        id = SPACED + text.charAt(at + 1);
      }
      tokens.add(new EncodedToken(id, new Span(at, at + length)));
      at += length;
    }
    return tokens;
  }

  @Override
  public List<Integer> startTokens() {
    return List.of(0);
  }

  @Override
  public Vocabulary vocabulary() {
    var pieces = new byte[SIZE][];
    for (int id = 0; id < SIZE; id++) {
      var text =
          id >= SPACED ? " " + (char) (id - SPACED) : id == COLON_SLASHES ? "://" : "" + (char) id;
      pieces[id] = text.getBytes(StandardCharsets.UTF_8);
    }
    return new Vocabulary(pieces, new BitSet());
  }

  @Override
  public void close() {}
}
