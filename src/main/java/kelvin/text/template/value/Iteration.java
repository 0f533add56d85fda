package kelvin.text.template.value;

import java.util.ArrayList;
import java.util.List;

/// Goes through values as Python's `for` does.
public final class Iteration {

  private Iteration() {}

  /// The values to go through: characters of a text, items of a row, keys of a mapping.
  ///
  /// @throws TemplateException if the value cannot be gone through
  public static List<Value> of(Value value) {
    return switch (value) {
      case Sequence row -> row.items();
      case Stream stream -> stream.take();
      case Mapping mapping -> List.copyOf(mapping.entries().keySet());
      case Value.Text(String text) -> characters(text);
      case Value.Undefined _ -> List.of();
      default -> throw new TemplateException(value.kind() + " cannot be gone through");
    };
  }

  public static boolean isPossible(Value value) {
    return switch (value) {
      case Sequence _, Stream _, Mapping _, Value.Text _, Value.Undefined _ -> true;
      default -> false;
    };
  }

  private static List<Value> characters(String text) {
    var characters = new ArrayList<Value>(text.length());
    text.codePoints().forEach(c -> characters.add(Value.of(Character.toString(c))));
    return characters;
  }

  /// The number of items; -1 if the value cannot be counted.
  public static int count(Value value) {
    return switch (value) {
      case Sequence row -> row.items().size();
      case Mapping mapping -> mapping.entries().size();
      case Value.Text(String text) -> text.codePointCount(0, text.length());
      case Value.Undefined _ -> 0;
      default -> -1;
    };
  }
}
