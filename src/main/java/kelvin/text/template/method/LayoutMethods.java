package kelvin.text.template.method;

import java.util.Map;
import java.util.function.IntBinaryOperator;
import kelvin.text.template.method.TextMethods.Method;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Iteration;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// Methods of texts that put them together with others, or fill them up.
final class LayoutMethods {

  private static final int TAB = 8;

  static final Map<String, Method> METHODS =
      Map.of(
          "join",
              (text, arguments, host) -> {
                var items = Iteration.of(arguments.bind("iterable").required("iterable"));
                return Value.of(PythonStrings.join(text, SearchingMethods.texts(items), host));
              },
          "replace",
              (text, arguments, host) -> {
                var bound = arguments.bind("old", "new", "count");
                bound.required("old");
                bound.required("new");
                return Value.of(
                    PythonStrings.replace(
                        text,
                        bound.text("old", ""),
                        bound.text("new", ""),
                        bound.whole("count", -1),
                        host));
              },
          "format", (text, arguments, host) -> Value.of(BraceFormat.apply(text, arguments, host)),
          "ljust", (text, arguments, _) -> left(text, arguments),
          "rjust", (text, arguments, _) -> right(text, arguments),
          "center", (text, arguments, _) -> centered(text, arguments),
          "zfill",
              (text, arguments, _) ->
                  Value.of(zeros(text, arguments.bind("width").whole("width", 0))),
          "expandtabs",
              (text, arguments, _) ->
                  Value.of(tabs(text, arguments.bind("tabsize").whole("tabsize", TAB))));

  private LayoutMethods() {}

  private static Value left(String text, Arguments arguments) {
    return filled(text, arguments, (_, _) -> 0);
  }

  private static Value right(String text, Arguments arguments) {
    return filled(text, arguments, (missing, _) -> missing);
  }

  /// Python puts the odd character to the left only if the width is odd too.
  private static Value centered(String text, Arguments arguments) {
    return filled(text, arguments, (missing, width) -> missing / 2 + (missing & width & 1));
  }

  /// @param before says from what is missing and the width how much of it goes before the text
  private static Value filled(String text, Arguments arguments, IntBinaryOperator before) {
    var bound = arguments.bind("width", "fillchar");
    int width = bound.whole("width", 0);
    var filling = bound.text("fillchar", " ");
    if (filling.codePointCount(0, filling.length()) != 1) {
      throw new TemplateException("a text is filled up with exactly one character");
    }
    int missing = Math.max(0, width - text.codePointCount(0, text.length()));
    PythonStrings.checkLength(missing);
    int first = before.applyAsInt(missing, width);
    return Value.of(filling.repeat(first) + text + filling.repeat(missing - first));
  }

  private static String zeros(String text, int width) {
    int sign = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    int missing = Math.max(0, width - text.codePointCount(0, text.length()));
    PythonStrings.checkLength(missing);
    return text.substring(0, sign) + "0".repeat(missing) + text.substring(sign);
  }

  private static String tabs(String text, int size) {
    var out = new StringBuilder();
    int column = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == '\t') {
        int spaces = size <= 0 ? 0 : size - column % size;
        PythonStrings.checkLength(out.length() + (long) spaces);
        out.repeat(' ', spaces);
        column += spaces;
      } else {
        out.appendCodePoint(c);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
      }
    }
    return out.toString();
  }
}
