package kelvin.text.template.method;

import java.util.Map;
import java.util.function.UnaryOperator;
import kelvin.text.template.method.TextMethods.Method;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.Value;

/// Methods of texts that change large and small letters.
final class CaseMethods {

  static final Map<String, Method> METHODS =
      Map.of(
          "upper", method(PythonStrings::upper),
          "lower", method(PythonStrings::lower),
          "casefold", method(text -> PythonStrings.lower(PythonStrings.upper(text))),
          "title", method(PythonStrings::title),
          "capitalize", method(PythonStrings::capitalize),
          "swapcase", method(CaseMethods::swap));

  private CaseMethods() {}

  private static Method method(UnaryOperator<String> change) {
    return (text, arguments, _) -> {
      arguments.bind();
      return Value.of(change.apply(text));
    };
  }

  private static String swap(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              var character = Character.toString(c);
              out.append(
                  Character.isUpperCase(c)
                      ? PythonStrings.lower(character)
                      : Character.isLowerCase(c) ? PythonStrings.upper(character) : character);
            });
    return out.toString();
  }
}
