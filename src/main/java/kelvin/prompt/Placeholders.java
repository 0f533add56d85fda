package kelvin.prompt;

import java.util.Map;
import java.util.stream.Stream;

/// Fills the placeholders of a template, such as `{x}`.
///
/// Filled-in text is not searched again, so braces in an input have no effect.
public final class Placeholders {

  static final String INPUT = "{x}";
  static final String OUTPUT = "{y}";
  static final String LABELS = "{labels}";

  private Placeholders() {}

  /// True if a template could fill a part of this text.
  public static boolean areIn(String text) {
    return Stream.of(INPUT, OUTPUT, LABELS).anyMatch(text::contains);
  }

  /// @param values the values by placeholder; a placeholder without a value stays unchanged
  static String fill(String template, Map<String, String> values) {
    var filled = new StringBuilder();
    for (int at = 0; at < template.length(); ) {
      int from = at;
      var found =
          values.keySet().stream().filter(name -> template.startsWith(name, from)).findFirst();
      filled.append(found.map(values::get).orElse(template.substring(at, at + 1)));
      at += found.map(String::length).orElse(1);
    }
    return filled.toString();
  }
}
