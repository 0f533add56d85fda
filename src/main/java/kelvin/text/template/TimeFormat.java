package kelvin.text.template;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import kelvin.text.template.value.TemplateException;

/// Writes times as C's `strftime` does, in English.
final class TimeFormat {

  private static final Map<Character, String> PATTERNS =
      Map.ofEntries(
          Map.entry('Y', "uuuu"),
          Map.entry('y', "uu"),
          Map.entry('m', "MM"),
          Map.entry('d', "dd"),
          Map.entry('H', "HH"),
          Map.entry('I', "hh"),
          Map.entry('M', "mm"),
          Map.entry('S', "ss"),
          Map.entry('f', "SSSSSS"),
          Map.entry('j', "DDD"),
          Map.entry('A', "EEEE"),
          Map.entry('a', "EEE"),
          Map.entry('B', "MMMM"),
          Map.entry('b', "MMM"),
          Map.entry('h', "MMM"),
          Map.entry('p', "a"),
          Map.entry('F', "uuuu-MM-dd"),
          Map.entry('D', "MM/dd/uu"),
          Map.entry('x', "MM/dd/uu"),
          Map.entry('T', "HH:mm:ss"),
          Map.entry('X', "HH:mm:ss"),
          Map.entry('R', "HH:mm"));

  private TimeFormat() {}

  /// @throws TemplateException if a directive is unknown
  static String format(LocalDateTime time, String format) {
    var out = new StringBuilder();
    for (int at = 0; at < format.length(); at++) {
      char c = format.charAt(at);
      if (c != '%' || at + 1 == format.length()) {
        out.append(c);
        continue;
      }
      c = format.charAt(++at);
      boolean unpadded = c == '-' && at + 1 < format.length();
      if (unpadded) {
        c = format.charAt(++at);
      }
      var written = directive(time, c);
      out.append(unpadded ? written.replaceFirst("^0+(?=.)", "") : written);
    }
    return out.toString();
  }

  private static String directive(LocalDateTime time, char directive) {
    var pattern = PATTERNS.get(directive);
    if (pattern != null) {
      return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }
    return switch (directive) {
      case '%' -> "%";
      case 'n' -> "\n";
      case 't' -> "\t";
      // The time is without a zone, as in Transformers.
      case 'Z', 'z' -> "";
      case 'e' -> String.format(Locale.ROOT, "%2d", time.getDayOfMonth());
      case 'w' -> Integer.toString(time.getDayOfWeek().getValue() % 7);
      case 'u' -> Integer.toString(time.getDayOfWeek().getValue());
      case 'c' -> format(time, "%a %b %e %T %Y");
      default ->
          throw new TemplateException("'%" + directive + "' is no part of the format of a time");
    };
  }
}
