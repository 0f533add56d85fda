package kelvin.prompt.lint;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.Collectors;

/// Names characters that cannot be seen. No-break spaces are among them, which `String.strip`
/// leaves.
final class WhiteSpace {

  private static final int NO_BREAK = 0x00A0;

  private WhiteSpace() {}

  static boolean is(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /// The characters at the end that belong to no line: spaces and tabs, but no line breaks.
  static String endOfLine(String text) {
    int from = text.length();
    while (from > 0 && is(text.charAt(from - 1)) && !isLineBreak(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from);
  }

  static String stripTrailing(String text) {
    int to = text.length();
    while (to > 0 && is(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(0, to);
  }

  static String strip(String text) {
    int from = 0;
    while (from < text.length() && is(text.charAt(from))) {
      from++;
    }
    return stripTrailing(text.substring(from));
  }

  private static boolean isLineBreak(int c) {
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
  }

  /// The kinds of characters of a text with their numbers, such as `a tab` or `2 spaces and a line
  /// break`.
  static String names(String white) {
    var counts = new LinkedHashMap<String, Integer>();
    white.replace("\r\n", "\n").codePoints().forEach(c -> counts.merge(name(c), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(
            kind ->
                kind.getValue() == 1
                    ? "a " + kind.getKey()
                    : kind.getValue() + " " + kind.getKey() + "s")
        .collect(Collectors.joining(" and "));
  }

  private static String name(int c) {
    if (isLineBreak(c)) {
      return "line break";
    }
    return switch (c) {
      case ' ' -> "space";
      case '\t' -> "tab";
      case NO_BREAK -> "no-break space";
      case 0x202F -> "narrow no-break space";
      default -> String.format(Locale.ROOT, "white space U+%04X", c);
    };
  }
}
