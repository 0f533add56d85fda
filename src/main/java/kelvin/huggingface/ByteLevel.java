package kelvin.huggingface;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Implements GPT-2's reversible mapping between bytes and printable characters.
///
/// Printable bytes map to themselves; the other 68 are mapped in order to the characters from
/// U+0100.
final class ByteLevel {

  private static final int SHIFTED_FROM = 0x100;
  private static final byte[] SHIFTED = shiftedBytes();

  private ByteLevel() {}

  /// Decodes a token as written in the vocabulary file. Characters outside the mapping, which
  /// occur only in added tokens, are encoded as UTF-8.
  static byte[] decode(String piece) {
    var bytes = new ByteArrayOutputStream(piece.length());
    piece
        .codePoints()
        .forEach(
            c -> {
              if (c >= SHIFTED_FROM && c < SHIFTED_FROM + SHIFTED.length) {
                bytes.write(SHIFTED[c - SHIFTED_FROM]);
              } else if (c < SHIFTED_FROM) {
                bytes.write(c);
              } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
              }
            });
    return bytes.toByteArray();
  }

  private static byte[] shiftedBytes() {
    var shifted = new ByteArrayOutputStream();
    for (int b = 0; b < 256; b++) {
      boolean printable =
          (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || (b >= 0xAE && b <= 0xFF);
      if (!printable) {
        shifted.write(b);
      }
    }
    return shifted.toByteArray();
  }
}
