package kelvin.remote.scores;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import kelvin.text.Vocabulary;

/// Finds the ids of tokens that a server names by their texts.
///
/// A text that is no token here, or that of several, has no id; neither has one with U+FFFD, which
/// stands for bytes that the server did not send.
final class TokenTexts {

  private static final String ID = "token_id:";
  private static final String BYTES = "bytes:";
  private static final Pattern DIGITS = Pattern.compile("\\d{1,7}");
  private static final Pattern ESCAPED = Pattern.compile("\\\\x([0-9a-fA-F]{2})");

  private final Vocabulary vocabulary;
  private final Map<String, OptionalInt> known = new HashMap<>();

  TokenTexts(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// The id of a token by its text, by its bytes such as `bytes:\xe2\x80`, or by its number such as
  /// `token_id:7`.
  OptionalInt id(String text) {
    return known.computeIfAbsent(text, this::find);
  }

  private OptionalInt find(String text) {
    if (text.startsWith(ID) && DIGITS.matcher(text.substring(ID.length())).matches()) {
      return OptionalInt.of(Integer.parseInt(text.substring(ID.length())));
    }
    if (text.indexOf('\uFFFD') >= 0) {
      return OptionalInt.empty();
    }
    var whole = withBytes(text.getBytes(StandardCharsets.UTF_8));
    boolean isEscaped = text.startsWith(BYTES) && ESCAPED.matcher(text).find();
    return whole.isPresent() || !isEscaped
        ? whole
        : withBytes(unescaped(text.substring(BYTES.length())));
  }

  /// The id of the one token with these bytes.
  OptionalInt withBytes(byte[] bytes) {
    var ids = vocabulary.withBytes(bytes);
    return ids.size() == 1 ? OptionalInt.of(ids.getFirst()) : OptionalInt.empty();
  }

  /// Bytes that are printed stand for themselves, all others as `\xNN`.
  private static byte[] unescaped(String text) {
    var bytes = new ByteArrayOutputStream();
    var escaped = ESCAPED.matcher(text);
    int at = 0;
    while (escaped.find()) {
      bytes.writeBytes(text.substring(at, escaped.start()).getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(HexFormat.of().parseHex(escaped.group(1)));
      at = escaped.end();
    }
    bytes.writeBytes(text.substring(at).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }
}
