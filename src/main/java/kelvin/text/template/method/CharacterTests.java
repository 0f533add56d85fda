package kelvin.text.template.method;

import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import kelvin.text.template.method.TextMethods.Method;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.PythonText;
import kelvin.text.template.value.Value;

/// Methods of texts that say what characters they are made of.
final class CharacterTests {

  static final Map<String, Method> METHODS =
      Map.ofEntries(
          Map.entry("isspace", all(PythonStrings::isSpace)),
          Map.entry("isalpha", all(Character::isLetter)),
          Map.entry("isdecimal", all(Character::isDigit)),
          Map.entry("isdigit", all(CharacterTests::isDigit)),
          Map.entry("isnumeric", all(CharacterTests::isNumeric)),
          Map.entry("isalnum", all(c -> Character.isLetter(c) || isNumeric(c))),
          Map.entry("isascii", test(text -> text.codePoints().allMatch(c -> c < 0x80))),
          Map.entry(
              "isprintable", test(text -> text.codePoints().allMatch(PythonText::isPrintable))),
          Map.entry("isupper", test(text -> isCased(text, Character::isUpperCase))),
          Map.entry("islower", test(text -> isCased(text, Character::isLowerCase))),
          Map.entry(
              "istitle", test(text -> hasCase(text) && text.equals(PythonStrings.title(text)))),
          Map.entry("isidentifier", test(CharacterTests::isName)));

  private CharacterTests() {}

  private static Method all(IntPredicate wanted) {
    return test(text -> !text.isEmpty() && text.codePoints().allMatch(wanted));
  }

  private static Method test(Predicate<String> wanted) {
    return (text, arguments, _) -> {
      arguments.bind();
      return Value.of(wanted.test(text));
    };
  }

  /// Digits as `2`, and raised ones as `²`.
  private static boolean isDigit(int c) {
    return Character.isDigit(c)
        || c == 0xb2
        || c == 0xb3
        || c == 0xb9
        || c == 0x2070
        || (c >= 0x2074 && c <= 0x2079)
        || (c >= 0x2080 && c <= 0x2089);
  }

  private static boolean isNumeric(int c) {
    int type = Character.getType(c);
    return isDigit(c) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
  }

  static boolean hasCase(String text) {
    return text.codePoints().anyMatch(PythonStrings::isCased);
  }

  private static boolean isCased(String text, IntPredicate wanted) {
    return hasCase(text)
        && text.codePoints().allMatch(c -> !PythonStrings.isCased(c) || wanted.test(c));
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && isFirst(text.codePointAt(0))
        && text.codePoints().allMatch(c -> isFirst(c) || Character.isUnicodeIdentifierPart(c));
  }

  private static boolean isFirst(int c) {
    return c == '_' || Character.isUnicodeIdentifierStart(c);
  }
}
