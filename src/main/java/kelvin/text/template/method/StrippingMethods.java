package kelvin.text.template.method;

import java.util.Map;
import java.util.function.IntPredicate;
import kelvin.text.template.method.TextMethods.Method;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// Methods of texts that take something from their ends.
final class StrippingMethods {

  static final Map<String, Method> METHODS =
      Map.of(
          "strip", (text, arguments, _) -> strip(text, arguments, true, true),
          "lstrip", (text, arguments, _) -> strip(text, arguments, true, false),
          "rstrip", (text, arguments, _) -> strip(text, arguments, false, true),
          "removeprefix",
              (text, arguments, _) -> {
                var prefix = arguments.bind("prefix").text("prefix", "");
                return Value.of(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
              },
          "removesuffix",
              (text, arguments, _) -> {
                var suffix = arguments.bind("suffix").text("suffix", "");
                return Value.of(
                    text.endsWith(suffix)
                        ? text.substring(0, text.length() - suffix.length())
                        : text);
              });

  private StrippingMethods() {}

  private static Value strip(String text, Arguments arguments, boolean left, boolean right) {
    return Value.of(
        PythonStrings.strip(
            text, unwanted(arguments.bind("chars").get("chars", Value.None.NONE)), left, right));
  }

  private static IntPredicate unwanted(Value characters) {
    return switch (characters) {
      case Value.None _ -> PythonStrings::isSpace;
      case Value.Text(String some) -> c -> some.indexOf(c) >= 0;
      default ->
          throw new TemplateException(
              "the characters to take away must be text, and are " + characters.kind());
    };
  }
}
