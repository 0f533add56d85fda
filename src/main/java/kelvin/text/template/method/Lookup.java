package kelvin.text.template.method;

import java.util.List;
import java.util.Set;
import kelvin.text.template.value.Callable;
import kelvin.text.template.value.Mapping;
import kelvin.text.template.value.Namespace;
import kelvin.text.template.value.Numbers;
import kelvin.text.template.value.PythonText;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.Stream;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;
import org.jspecify.annotations.Nullable;

/// Finds parts of values as Jinja2 does: `a.b` looks for a method first and then for a key,
/// `a['b']` the other way round. A part that is not there is undefined; a part of what is undefined
/// is an error.
public final class Lookup {

  private static final Set<String> CHANGE_LISTS =
      Set.of("append", "clear", "pop", "reverse", "insert", "sort", "extend", "remove");

  private static final Set<String> CHANGE_MAPPINGS =
      Set.of("clear", "pop", "popitem", "setdefault", "update");

  private Lookup() {}

  /// Finds the part or the method behind a dot.
  ///
  /// @throws TemplateException if the value is undefined
  public static Value attribute(Value whole, String name) {
    checkDefined(whole);
    var method = method(whole, name);
    if (method != null) {
      return method;
    }
    var entry = whole instanceof Mapping mapping ? mapping.get(name) : null;
    return entry == null ? missing(whole, "'" + name + "'") : entry;
  }

  /// Finds the part for a key in brackets.
  ///
  /// @throws TemplateException if the value is undefined
  public static Value item(Value whole, Value key) {
    checkDefined(whole);
    var found = entry(whole, key);
    if (found == null && key instanceof Value.Text(String name)) {
      found = method(whole, name);
    }
    return found == null ? missing(whole, PythonText.quoted(key)) : found;
  }

  private static void checkDefined(Value whole) {
    if (whole instanceof Value.Undefined(String problem)) {
      throw new TemplateException(problem);
    }
  }

  private static Value.Undefined missing(Value whole, String name) {
    return new Value.Undefined(whole.kind() + " has no " + name);
  }

  private static @Nullable Value entry(Value whole, Value key) {
    return switch (whole) {
      case Mapping mapping -> isKey(key) ? mapping.get(key) : null;
      case Sequence row when row.type().hasPlaces() -> place(row.items(), key);
      case Value.Text(String text) -> character(text, key);
      default -> null;
    };
  }

  private static boolean isKey(Value key) {
    return !(key instanceof Mapping)
        && !(key instanceof Sequence row && row.type() != Sequence.Type.TUPLE);
  }

  private static @Nullable Value place(List<Value> items, Value key) {
    int place = place(items.size(), key);
    return place < 0 ? null : items.get(place);
  }

  private static @Nullable Value character(String text, Value key) {
    int place = place(text.codePointCount(0, text.length()), key);
    return place < 0
        ? null
        : Value.of(Character.toString(text.codePointAt(text.offsetByCodePoints(0, place))));
  }

  /// The place from 0, or -1 if there is none; negative places count from the end.
  private static int place(int count, Value key) {
    if (Numbers.whole(key).isEmpty()) {
      return -1;
    }
    int place = Numbers.index(key);
    place = place < 0 ? place + count : place;
    return place < count ? Math.max(-1, place) : -1;
  }

  private static @Nullable Value method(Value whole, String name) {
    return switch (whole) {
      case Namespace namespace -> namespace.get(name);
      case Callable callable -> callable.parts().part(name);
      case Value.Text(String text) -> TextMethods.find(text, name);
      case Mapping mapping ->
          CHANGE_MAPPINGS.contains(name)
              ? refused(whole, name)
              : MappingMethods.find(mapping, name);
      case Sequence row ->
          row.type() == Sequence.Type.LIST && CHANGE_LISTS.contains(name)
              ? refused(whole, name)
              : RowMethods.find(row, name);
      case Stream _, Value.None _, Value.Bool _, Value.Whole _, Value.Real _, Value.Undefined _ ->
          null;
    };
  }

  private static Value refused(Value whole, String name) {
    return new Value.Undefined(
        whole.kind() + " cannot be changed in a template, so '" + name + "' is refused");
  }
}
