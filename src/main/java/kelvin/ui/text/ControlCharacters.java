package kelvin.ui.text;

/// Control characters, which a text area of JavaFX removes from its text.
final class ControlCharacters {

  private static final char FIRST_PRINTABLE = ' ';
  private static final char DELETE = 0x7F;

  /// Unicode has a visible sign for each control character from here on.
  private static final char SIGNS = 0x2400;

  private static final char SIGN_OF_DELETE = 0x2421;

  private ControlCharacters() {}

  /// Returns whether a text area removes a character; line feeds and tabs stay.
  private static boolean isRemoved(char c) {
    return (c < FIRST_PRINTABLE && c != '\n' && c != '\t') || c == DELETE;
  }

  /// The text as a text area would keep it.
  static String remove(String text) {
    if (text.chars().noneMatch(c -> isRemoved((char) c))) {
      return text;
    }
    var kept = new StringBuilder(text.length());
    text.chars().filter(c -> !isRemoved((char) c)).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  /// The text with a visible sign for each character that a text area would remove; as long as
  /// before.
  static String show(String text) {
    var shown = new StringBuilder(text);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (isRemoved(c)) {
        shown.setCharAt(i, c == DELETE ? SIGN_OF_DELETE : (char) (SIGNS + c));
      }
    }
    return shown.toString();
  }
}
