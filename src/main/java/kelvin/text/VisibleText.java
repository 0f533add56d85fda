package kelvin.text;

import java.util.HexFormat;
import java.util.Locale;

/// Makes every character of a token visible, including spaces, line breaks and control
/// characters.
public final class VisibleText {

  public static final char SPACE = '␣';
  public static final char LINE_FEED = '⏎';
  public static final char TAB = '⇥';

  private VisibleText() {}

  public static String of(String text) {
    var visible = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> append(visible, codePoint));
    return visible.toString();
  }

  /// Shows bytes that are not text by themselves, as `⟨F0 9F⟩`.
  public static String ofBytes(byte[] bytes) {
    return "⟨" + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes) + "⟩";
  }

  private static void append(StringBuilder visible, int codePoint) {
    switch (codePoint) {
      case ' ' -> visible.append(SPACE);
      case '\n' -> visible.append(LINE_FEED);
      case '\t' -> visible.append(TAB);
      case 0x7F -> visible.append('␡');
      default -> {
        if (codePoint < 0x20) {
          // The Unicode block of control pictures mirrors the control characters.
          visible.append((char) (0x2400 + codePoint));
        } else if (isInvisible(codePoint)) {
          visible.append(String.format(Locale.ROOT, "⟨U+%04X⟩", codePoint));
        } else {
          visible.appendCodePoint(codePoint);
        }
      }
    }
  }

  /// Whether a character has no visible glyph: other spaces, joiners, direction marks and the
  /// like.
  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
