package kelvin.text.template.method;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kelvin.text.template.method.TextMethods.Method;
import kelvin.text.template.operation.Slices;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Arguments.Bound;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// Methods of texts that look for others in them.
final class SearchingMethods {

  static final Map<String, Method> METHODS =
      Map.of(
          "startswith", (text, arguments, host) -> ends(text, arguments, host, true),
          "endswith", (text, arguments, host) -> ends(text, arguments, host, false),
          "find", (text, arguments, _) -> Value.of(place(text, arguments, false)),
          "rfind", (text, arguments, _) -> Value.of(place(text, arguments, true)),
          "index", (text, arguments, _) -> Value.of(found(place(text, arguments, false))),
          "rindex", (text, arguments, _) -> Value.of(found(place(text, arguments, true))),
          "count", SearchingMethods::count);

  private SearchingMethods() {}

  private static Bound bind(Arguments arguments) {
    var bound = arguments.bind("sub", "start", "end");
    bound.required("sub");
    return bound;
  }

  private static Value ends(String text, Arguments arguments, Host host, boolean start) {
    var bound = bind(arguments);
    var part = part(text, bound, host);
    Predicate<String> fits = start ? part::startsWith : part::endsWith;
    if (bound.required("sub") instanceof Sequence row && row.type() == Sequence.Type.TUPLE) {
      return Value.of(row.items().stream().map(SearchingMethods::text).anyMatch(fits));
    }
    return Value.of(fits.test(bound.text("sub", "")));
  }

  private static String text(Value value) {
    if (value instanceof Value.Text(String text)) {
      return text;
    }
    throw new TemplateException("the tuple must have texts, and has " + value.kind());
  }

  private static String part(String text, Bound bound, Host host) {
    if (!bound.has("start") && !bound.has("end")) {
      return text;
    }
    var part =
        Slices.of(
            Value.of(text),
            bound.get("start", Value.None.NONE),
            bound.get("end", Value.None.NONE),
            Value.None.NONE,
            host);
    return part instanceof Value.Text(String found) ? found : "";
  }

  private static Value count(String text, Arguments arguments, Host host) {
    var bound = bind(arguments);
    var part = part(text, bound, host);
    var wanted = bound.text("sub", "");
    if (wanted.isEmpty()) {
      return Value.of(part.codePointCount(0, part.length()) + 1L);
    }
    int count = 0;
    for (int at = part.indexOf(wanted); at >= 0; at = part.indexOf(wanted, at + wanted.length())) {
      count++;
    }
    return Value.of(count);
  }

  /// The place in characters, or -1.
  private static int place(String text, Arguments arguments, boolean last) {
    var bound = bind(arguments);
    var wanted = bound.text("sub", "");
    int length = text.codePointCount(0, text.length());
    int begin = bounded(bound.whole("start", 0), length);
    int end = bounded(bound.whole("end", length), length);
    if (begin > end || bound.whole("start", 0) > length) {
      return -1;
    }
    int from = text.offsetByCodePoints(0, begin);
    var part = text.substring(from, text.offsetByCodePoints(0, end));
    int found = last ? part.lastIndexOf(wanted) : part.indexOf(wanted);
    return found < 0 ? -1 : begin + part.codePointCount(0, found);
  }

  private static int bounded(int place, int length) {
    return Math.clamp(place < 0 ? (long) place + length : place, 0, length);
  }

  private static int found(int place) {
    if (place < 0) {
      throw new TemplateException("the text is not found");
    }
    return place;
  }

  /// The texts of a row, for `join`.
  static List<String> texts(List<Value> items) {
    return items.stream()
        .map(
            item -> {
              if (item instanceof Value.Text(String text)) {
                return text;
              }
              throw new TemplateException("only texts can be joined, not " + item.kind());
            })
        .toList();
  }
}
