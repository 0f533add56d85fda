package kelvin.text;

import java.util.HexFormat;
import java.util.Locale;

/// Makes characters visible that have no glyph or that a terminal obeys: of a token all of them,
/// including spaces and line breaks, and of a longer text only the dangerous ones.
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

  /// Shows only what acts on a terminal instead of standing there: control characters, and marks
  /// that change the order of the text. Line feeds, line breaks of Windows and tabs stay.
  public static String ofControls(String text) {
    if (text.chars().noneMatch(VisibleText::isObeyed)) {
      return text;
    }
    var visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isObeyed(c) && !text.startsWith("\r\n", i)) {
        append(visible, c);
      } else {
        visible.append(c);
      }
    }
    return visible.toString();
  }

  /// The same for a text that is one line: shows line breaks and tabs as well.
  public static String ofLine(String text) {
    return ofControls(text.replace("\r", "␍")).replace('\n', LINE_FEED).replace('\t', TAB);
  }

  private static boolean isObeyed(int c) {
    return switch (c) {
      case '\n', '\t' -> false;
      // line and paragraph separators; an Arabic mark, marks, embeddings, overrides and isolates
      case 0x2028, 0x2029, 0x061C, 0x200E, 0x200F -> true;
      default -> Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E) || isIsolate(c);
    };
  }

  private static boolean isIsolate(int c) {
    return c >= 0x2066 && c <= 0x206F;
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

  /// Returns whether a character has no visible glyph: other spaces, joiners, direction marks and
  /// the like.
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
