package kelvin.huggingface;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kelvin.text.Vocabulary;

/// Reads the bytes of every token from a `tokenizer.json`.
///
/// The library cannot do this: its `decode` of one id replaces part of a character with U+FFFD.
final class TokenBytes {

  private static final Pattern BYTE_FALLBACK = Pattern.compile("<0x([0-9A-Fa-f]{2})>");
  private static final char SENTENCE_PIECE_SPACE = '▁';

  private TokenBytes() {}

  /// @throws DamagedTokenizerException if the file has no vocabulary
  static Vocabulary read(JsonObject tokenizer) {
    boolean byteLevel =
        new Pipeline(tokenizer).decoders().stream().anyMatch(step -> step.is("ByteLevel"));
    var pieces = new TreeMap<Integer, byte[]>();
    addModelVocabulary(tokenizer, byteLevel, pieces);
    var special = new BitSet();
    addAddedTokens(tokenizer, pieces, special);
    if (pieces.isEmpty()) {
      throw new DamagedTokenizerException("no vocabulary in the file");
    }
    var byId = new byte[pieces.lastKey() + 1][];
    Arrays.fill(byId, new byte[0]);
    pieces.forEach((id, bytes) -> byId[id] = bytes);
    return new Vocabulary(byId, special);
  }

  private static void addModelVocabulary(
      JsonObject tokenizer, boolean byteLevel, Map<Integer, byte[]> pieces) {
    if (!(tokenizer.get("model") instanceof JsonObject model)) {
      throw new DamagedTokenizerException("no model in the file");
    }
    var vocabulary = model.get("vocab");
    if (vocabulary != null && vocabulary.isJsonObject()) {
      for (var entry : vocabulary.getAsJsonObject().entrySet()) {
        pieces.put(tokenId(entry.getValue()), bytes(entry.getKey(), byteLevel));
      }
    } else if (vocabulary != null && vocabulary.isJsonArray()) {
      // Unigram: a list of [piece, log-probability]
      int id = 0;
      for (var entry : vocabulary.getAsJsonArray()) {
        pieces.put(id++, bytes(entry.getAsJsonArray().get(0).getAsString(), byteLevel));
      }
    }
  }

  private static void addAddedTokens(
      JsonObject tokenizer, Map<Integer, byte[]> pieces, BitSet special) {
    if (tokenizer.get("added_tokens") == null || !tokenizer.get("added_tokens").isJsonArray()) {
      return;
    }
    for (var entry : tokenizer.getAsJsonArray("added_tokens")) {
      var token = entry.getAsJsonObject();
      int id = tokenId(token.get("id"));
      pieces.put(id, token.get("content").getAsString().getBytes(StandardCharsets.UTF_8));
      var isSpecial = token.get("special");
      special.set(id, isSpecial != null && isSpecial.getAsBoolean());
    }
  }

  private static int tokenId(JsonElement element) {
    int id = element.getAsInt();
    if (id < 0 || id > 10_000_000) {
      throw new DamagedTokenizerException("a token has the id " + id);
    }
    return id;
  }

  private static byte[] bytes(String piece, boolean byteLevel) {
    if (byteLevel) {
      return ByteLevel.decode(piece);
    }
    var fallback = BYTE_FALLBACK.matcher(piece);
    if (fallback.matches()) {
      return HexFormat.of().parseHex(fallback.group(1));
    }
    return piece.replace(SENTENCE_PIECE_SPACE, ' ').getBytes(StandardCharsets.UTF_8);
  }
}
