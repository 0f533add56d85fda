package kelvin.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The bytes and the text of every token id.
///
/// Ids past the tokenizer's last one are padding: models are often wider than their vocabulary.
public final class Vocabulary {

  private final byte[][] pieces;
  private final BitSet special;

  /// @param pieces the bytes of each token by id; an empty array where the tokenizer has no token
  /// @param special the ids of control tokens such as `<|endoftext|>`
  public Vocabulary(byte[][] pieces, BitSet special) {
    this.pieces = pieces.clone();
    this.special = (BitSet) special.clone();
  }

  /// A vocabulary without a tokenizer: every token's text is its id.
  public static Vocabulary ofIds(int size) {
    var pieces = new byte[size][];
    for (int id = 0; id < size; id++) {
      pieces[id] = Integer.toString(id).getBytes(StandardCharsets.UTF_8);
    }
    return new Vocabulary(pieces, new BitSet());
  }

  /// The id of the token whose bytes are exactly those of `text`; the lowest of several.
  public OptionalInt find(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int id = 0; id < pieces.length; id++) {
      if (bytes.length > 0 && Arrays.equals(pieces[id], bytes)) {
        return OptionalInt.of(id);
      }
    }
    return OptionalInt.empty();
  }

  /// The ids of tokens whose bytes begin with those of `text`, the shortest tokens first.
  ///
  /// @param most how many at most
  public List<Integer> startingWith(String text, int most) {
    var start = text.getBytes(StandardCharsets.UTF_8);
    return IntStream.range(0, pieces.length)
        .filter(
            id ->
                start.length > 0
                    && pieces[id].length >= start.length
                    && Arrays.equals(pieces[id], 0, start.length, start, 0, start.length))
        .boxed()
        .sorted(Comparator.comparingInt(id -> pieces[id].length))
        .limit(most)
        .toList();
  }

  /// Whether every id means the same in both.
  public boolean hasSameTokens(Vocabulary other) {
    return this == other
        || (special.equals(other.special) && Arrays.deepEquals(pieces, other.pieces));
  }

  public int size() {
    return pieces.length;
  }

  public boolean isSpecial(int tokenId) {
    return tokenId >= 0 && special.get(tokenId);
  }

  /// Whether the tokenizer knows no such token: a logit that only pads the model's width.
  public boolean isPadding(int tokenId) {
    return tokenId < 0 || tokenId >= pieces.length || pieces[tokenId].length == 0;
  }

  /// The token's bytes, none for padding.
  public byte[] bytes(int tokenId) {
    return isPadding(tokenId) ? new byte[0] : pieces[tokenId].clone();
  }

  /// The token's text, or nothing when its bytes are only a part of a character.
  public Optional<String> wholeText(int tokenId) {
    if (isPadding(tokenId)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(pieces[tokenId])).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /// The text for files: exact where the token is text, `⟨F0 9F⟩` where it is a part of a
  /// character, `⟨padding 4096⟩` where the tokenizer has no such token.
  public String text(int tokenId) {
    if (isPadding(tokenId)) {
      return "⟨padding " + tokenId + "⟩";
    }
    return wholeText(tokenId).orElseGet(() -> VisibleText.ofBytes(pieces[tokenId]));
  }

  /// The text for people: white space and control characters are visible.
  public String visibleText(int tokenId) {
    return isSpecial(tokenId) || isPadding(tokenId)
        ? text(tokenId)
        : wholeText(tokenId)
            .map(VisibleText::of)
            .orElseGet(() -> VisibleText.ofBytes(pieces[tokenId]));
  }
}
