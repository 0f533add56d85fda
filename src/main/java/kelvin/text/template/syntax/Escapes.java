package kelvin.text.template.syntax;

import kelvin.text.template.value.TemplateException;

/// Reads the escapes of texts in quotes as Python does.
final class Escapes {

  private static final String SIMPLE = "abfnrtv\\'\"";
  private static final String MEANING = "\u0007\b\f\n\r\t\u000b\\'\"";

  private Escapes() {}

  /// @param line for messages
  static String read(String text, int line) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    var out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escape = text.charAt(at++);
      int simple = SIMPLE.indexOf(escape);
      if (simple >= 0) {
        out.append(MEANING.charAt(simple));
      } else if (escape >= '0' && escape <= '7') {
        int end = at;
        while (end < Math.min(text.length(), at + 2) && isOctal(text.charAt(end))) {
          end++;
        }
        out.appendCodePoint(Integer.parseInt(text.substring(at - 1, end), 8));
        at = end;
      } else if (escape != '\n') {
        int digits = escape == 'x' ? 2 : escape == 'u' ? 4 : escape == 'U' ? 8 : 0;
        if (digits == 0) {
          out.append('\\').append(escape);
        } else {
          out.appendCodePoint(hex(text, at, digits, line));
          at += digits;
        }
      }
    }
    return out.toString();
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }

  private static int hex(String text, int at, int digits, int line) {
    if (at + digits <= text.length() && text.substring(at, at + digits).matches("[0-9a-fA-F]+")) {
      long character = Long.parseLong(text.substring(at, at + digits), 16);
      if (character <= Character.MAX_CODE_POINT) {
        return (int) character;
      }
    }
    throw new TemplateException(
        TemplateException.Kind.SYNTAX,
        "an escape such as \\u00e9 has the wrong digits",
        line,
        "text in quotes");
  }
}
