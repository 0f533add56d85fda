package kelvin.prompt.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The encodings of tables.
public enum TableEncoding {
  UTF_8("UTF-8", StandardCharsets.UTF_8, ""),
  UTF_16LE(
      "UTF-16 (little endian)",
      StandardCharsets.UTF_16LE,
      "This file is UTF-16, as some spreadsheets write it."),
  UTF_16BE(
      "UTF-16 (big endian)",
      StandardCharsets.UTF_16BE,
      "This file is UTF-16, as some spreadsheets write it."),
  WINDOWS_1252(
      "Windows-1252",
      Charset.forName("windows-1252"),
      "This file is not UTF-8, so it was read as Windows-1252: look at the accented letters, and"
          + " save it as UTF-8 if they are wrong."),
  /// Pasted text, which needed no decoding.
  TEXT("text", StandardCharsets.UTF_8, "");

  private final String label;
  private final Charset charset;
  private final String note;

  TableEncoding(String label, Charset charset, String note) {
    this.label = label;
    this.charset = charset;
    this.note = note;
  }

  /// The name for display.
  public String label() {
    return label;
  }

  /// A sentence that warns the user about the encoding; empty for UTF-8.
  public String note() {
    return note;
  }

  /// A text with its original encoding.
  record Decoded(String text, TableEncoding encoding) {}

  /// Detects the encoding by the byte order mark, otherwise by the bytes.
  ///
  /// @throws TableException when the bytes are not text
  static Decoded decode(byte[] bytes) throws TableException {
    for (var encoding : new TableEncoding[] {guess(bytes), WINDOWS_1252}) {
      var text = encoding.tryDecode(bytes);
      if (text.isPresent() && text.get().indexOf('\0') < 0) {
        return new Decoded(text.get(), encoding);
      }
    }
    throw new TableException(
        "This file is no text. Save the table as CSV in UTF-8 and import that.");
  }

  private static TableEncoding guess(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
      return UTF_16LE;
    }
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
      return UTF_16BE;
    }
    // Without a mark: half the bytes of Latin text in UTF-16 are zero; a CSV file in UTF-8 has
    // none.
    int[] zeros = new int[2];
    int looked = Math.min(bytes.length, 1024);
    for (int i = 0; i < looked; i++) {
      zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
    }
    if (zeros[1] > looked / 4 && zeros[0] == 0) {
      return UTF_16LE;
    }
    return zeros[0] > looked / 4 && zeros[1] == 0 ? UTF_16BE : UTF_8;
  }

  private Optional<String> tryDecode(byte[] bytes) {
    try {
      var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}
