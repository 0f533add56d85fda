package kelvin.engine.answer;

/// The text that ends an answer. The answer's own text ends before it.
///
/// @param text at least one character
public record StopText(String text) {

  public static final StopText LINE_END = new StopText("\n");

  /// @throws IllegalArgumentException when the text is empty
  public StopText {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "an empty text ends every answer before it begins; \\n is a line end");
    }
  }

  /// Reads what a user typed, where `\n` is a line end, `\t` a tab and `\\` a backslash.
  ///
  /// @throws IllegalArgumentException when the text is empty
  public static StopText read(String typed) {
    var text = new StringBuilder();
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      char next = i + 1 < typed.length() ? typed.charAt(i + 1) : ' ';
      if (c == '\\' && "nt\\".indexOf(next) >= 0) {
        text.append(next == 'n' ? '\n' : next == 't' ? '\t' : '\\');
        i++;
      } else {
        text.append(c);
      }
    }
    return new StopText(text.toString());
  }

  /// The text as a user types it; `read` gives the same stop text.
  public String typed() {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
  }
}
