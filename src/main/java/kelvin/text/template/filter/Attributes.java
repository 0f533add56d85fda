package kelvin.text.template.filter;

import kelvin.text.template.method.Lookup;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.Value;

/// Finds parts of items by a path such as `function.name`, for filters with an attribute.
final class Attributes {

  private Attributes() {}

  /// @param path text with dots, a place, or none for the item itself
  static Value of(Value item, Value path) {
    return of(item, path, Value.None.NONE);
  }

  /// @param otherwise stands for a missing part, unless it is none
  static Value of(Value item, Value path, Value otherwise) {
    return switch (path) {
      case Value.None _ -> item;
      case Value.Text(String names) -> {
        var found = item;
        for (var name : names.split("\\.", -1)) {
          found = part(found, key(name), otherwise);
        }
        yield found;
      }
      default -> part(item, path, otherwise);
    };
  }

  private static Value key(String name) {
    return name.matches("[0-9]{1,9}") ? Value.of(Integer.parseInt(name)) : Value.of(name);
  }

  private static Value part(Value item, Value key, Value otherwise) {
    var found = Lookup.item(item, key);
    return found instanceof Value.Undefined && !(otherwise instanceof Value.None)
        ? otherwise
        : found;
  }

  /// The value for comparing: texts without regard to large letters, unless wanted.
  static Value folded(Value value, boolean exactly) {
    return !exactly && value instanceof Value.Text(String text)
        ? Value.of(PythonStrings.lower(text))
        : value;
  }
}
