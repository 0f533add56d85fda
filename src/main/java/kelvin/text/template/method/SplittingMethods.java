package kelvin.text.template.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kelvin.text.template.method.TextMethods.Method;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// Methods of texts that cut them into parts.
final class SplittingMethods {

  static final Map<String, Method> METHODS =
      Map.of(
          "split", (text, arguments, _) -> list(split(text, arguments, false)),
          "rsplit", (text, arguments, _) -> list(split(text, arguments, true)),
          "splitlines",
              (text, arguments, _) ->
                  list(PythonStrings.lines(text, arguments.bind("keepends").flag("keepends"))),
          "partition", (text, arguments, _) -> partition(text, separator(arguments), false),
          "rpartition", (text, arguments, _) -> partition(text, separator(arguments), true));

  private SplittingMethods() {}

  private static Value list(List<String> parts) {
    return Sequence.list(parts.stream().<Value>map(Value::of).toList());
  }

  private static List<String> split(String text, Arguments arguments, boolean fromRight) {
    var bound = arguments.bind("sep", "maxsplit");
    int most = bound.whole("maxsplit", -1);
    most = most < 0 ? Integer.MAX_VALUE : most;
    if (bound.get("sep", Value.None.NONE) instanceof Value.None) {
      return fromRight ? wordsFromRight(text, most) : words(text, most);
    }
    var separator = notEmpty(bound.text("sep", ""));
    return fromRight ? fromRight(text, separator, most) : fromLeft(text, separator, most);
  }

  private static String separator(Arguments arguments) {
    var bound = arguments.bind("sep");
    bound.required("sep");
    return notEmpty(bound.text("sep", ""));
  }

  private static String notEmpty(String separator) {
    if (separator.isEmpty()) {
      throw new TemplateException("a text cannot be split at an empty text");
    }
    return separator;
  }

  private static List<String> fromLeft(String text, String separator, int most) {
    var parts = new ArrayList<String>();
    int from = 0;
    for (int found = text.indexOf(separator);
        found >= 0 && parts.size() < most;
        found = text.indexOf(separator, from)) {
      parts.add(text.substring(from, found));
      from = found + separator.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static List<String> fromRight(String text, String separator, int most) {
    var parts = new ArrayList<String>();
    int to = text.length();
    while (parts.size() < most) {
      int found =
          to < separator.length() ? -1 : text.lastIndexOf(separator, to - separator.length());
      if (found < 0) {
        break;
      }
      parts.add(text.substring(found + separator.length(), to));
      to = found;
    }
    parts.add(text.substring(0, to));
    return parts.reversed();
  }

  private static List<String> words(String text, int most) {
    var parts = new ArrayList<String>();
    for (int at = skip(text, 0, true); at < text.length(); at = skip(text, at, true)) {
      if (parts.size() == most) {
        parts.add(text.substring(at));
        break;
      }
      int end = skip(text, at, false);
      parts.add(text.substring(at, end));
      at = end;
    }
    return parts;
  }

  /// The place after white space, or after a word.
  private static int skip(String text, int from, boolean space) {
    int at = from;
    while (at < text.length() && PythonStrings.isSpace(text.charAt(at)) == space) {
      at++;
    }
    return at;
  }

  private static List<String> wordsFromRight(String text, int most) {
    var parts = new ArrayList<String>();
    for (int at = skipBack(text, text.length(), true); at > 0; at = skipBack(text, at, true)) {
      if (parts.size() == most) {
        parts.add(text.substring(0, at));
        break;
      }
      int begin = skipBack(text, at, false);
      parts.add(text.substring(begin, at));
      at = begin;
    }
    return parts.reversed();
  }

  /// The place before white space, or before a word.
  private static int skipBack(String text, int to, boolean space) {
    int at = to;
    while (at > 0 && PythonStrings.isSpace(text.charAt(at - 1)) == space) {
      at--;
    }
    return at;
  }

  private static Value partition(String text, String separator, boolean last) {
    int found = last ? text.lastIndexOf(separator) : text.indexOf(separator);
    if (found < 0) {
      return last
          ? Sequence.tuple(Value.of(""), Value.of(""), Value.of(text))
          : Sequence.tuple(Value.of(text), Value.of(""), Value.of(""));
    }
    return Sequence.tuple(
        Value.of(text.substring(0, found)),
        Value.of(separator),
        Value.of(text.substring(found + separator.length())));
  }
}
