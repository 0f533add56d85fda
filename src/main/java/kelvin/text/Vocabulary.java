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
import org.jspecify.annotations.Nullable;

/// The bytes and the text of every token id.
///
/// Ids beyond the tokenizer's last one are padding: models often have more logits than tokens.
public final class Vocabulary {

  private final byte[][] pieces;
  private final BitSet special;

  /// Null until a token is searched.
  private @Nullable TokenIndex index;

  /// @param pieces the bytes of each token by id; an empty array where the tokenizer has no token
  /// @param special the ids of control tokens such as `<|endoftext|>`
  public Vocabulary(byte[][] pieces, BitSet special) {
    this.pieces = pieces.clone();
    this.special = (BitSet) special.clone();
  }

  /// Makes a vocabulary without a tokenizer: the text of each token is its id.
  public static Vocabulary ofIds(int size) {
    var pieces = new byte[size][];
    for (int id = 0; id < size; id++) {
      pieces[id] = Integer.toString(id).getBytes(StandardCharsets.UTF_8);
    }
    return new Vocabulary(pieces, new BitSet());
  }

  /// The id of the token whose bytes are exactly those of `text`; the lowest id of several.
  public OptionalInt find(String text) {
    var known = index;
    if (known == null) {
      // Two threads may both create it, with the same content.
      known = new TokenIndex(pieces);
      index = known;
    }
    return known.find(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The ids of all tokens with exactly these bytes.
  public List<Integer> withBytes(byte[] bytes) {
    return IntStream.range(0, pieces.length)
        .filter(id -> bytes.length > 0 && Arrays.equals(pieces[id], bytes))
        .boxed()
        .toList();
  }

  /// The ids of tokens whose bytes start with those of `text`, the shortest tokens first.
  ///
  /// @param max the maximum number of ids
  public List<Integer> startingWith(String text, int max) {
    var start = text.getBytes(StandardCharsets.UTF_8);
    return IntStream.range(0, pieces.length)
        .filter(
            id ->
                start.length > 0
                    && pieces[id].length >= start.length
                    && Arrays.equals(pieces[id], 0, start.length, start, 0, start.length))
        .boxed()
        .sorted(Comparator.comparingInt(id -> pieces[id].length))
        .limit(max)
        .toList();
  }

  /// Returns whether every id has the same token in both vocabularies.
  public boolean hasSameTokens(Vocabulary other) {
    return this == other
        || (special.equals(other.special) && Arrays.deepEquals(pieces, other.pieces));
  }

  /// Returns whether each id that both vocabularies have is the same token in both. One of them
  /// may have further tokens at its end.
  public boolean sharesIdsWith(Vocabulary other) {
    int common = Math.min(pieces.length, other.pieces.length);
    return common > 0
        && special.get(0, common).equals(other.special.get(0, common))
        && IntStream.range(0, common).allMatch(id -> Arrays.equals(pieces[id], other.pieces[id]));
  }

  public int size() {
    return pieces.length;
  }

  /// The ids of the control tokens, in their order.
  public List<Integer> specialIds() {
    return special.stream().boxed().toList();
  }

  public boolean isSpecial(int tokenId) {
    return tokenId >= 0 && special.get(tokenId);
  }

  /// Returns whether the tokenizer has no such token: the logit only pads the row.
  public boolean isPadding(int tokenId) {
    return tokenId < 0 || tokenId >= pieces.length || pieces[tokenId].length == 0;
  }

  /// The token's bytes; empty for padding.
  public byte[] bytes(int tokenId) {
    return isPadding(tokenId) ? new byte[0] : pieces[tokenId].clone();
  }

  /// The token's text; empty if its bytes are only part of a character.
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

  /// The text for files: exact if the token is text, `⟨F0 9F⟩` if it is part of a character,
  /// `⟨padding 4096⟩` if the tokenizer has no such token.
  public String text(int tokenId) {
    if (isPadding(tokenId)) {
      return "⟨padding " + tokenId + "⟩";
    }
    return wholeText(tokenId).orElseGet(() -> VisibleText.ofBytes(pieces[tokenId]));
  }

  /// The text for display: white space and control characters are visible.
  public String visibleText(int tokenId) {
    return isSpecial(tokenId) || isPadding(tokenId)
        ? text(tokenId)
        : wholeText(tokenId)
            .map(VisibleText::of)
            .orElseGet(() -> VisibleText.ofBytes(pieces[tokenId]));
  }
}
