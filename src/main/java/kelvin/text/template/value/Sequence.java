package kelvin.text.template.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values in a row that can be counted.
///
/// @param weight computed from the items
/// @param depth computed from the items
public record Sequence(Type type, List<Value> items, long weight, int depth) implements Value {

  /// The kinds of rows.
  public enum Type {
    LIST("a list", ""),
    TUPLE("a tuple", ""),
    /// A group that `groupby` gives: a tuple whose items are also named `grouper` and `list`.
    GROUP("a group", ""),
    RANGE("a range", ""),
    KEYS("the keys of a mapping", "dict_keys"),
    VALUES("the values of a mapping", "dict_values"),
    PAIRS("the pairs of a mapping", "dict_items");

    private final String words;
    private final String python;

    Type(String words, String python) {
      this.words = words;
      this.python = python;
    }

    /// The name that Python prints before the items; empty if none.
    String python() {
      return python;
    }

    /// True if items can be taken by their place.
    public boolean hasPlaces() {
      return this == LIST || this == TUPLE || this == GROUP || this == RANGE;
    }
  }

  /// A row of values.
  ///
  /// @throws TemplateException if it is too large or nested too deeply
  public Sequence(Type type, List<Value> items) {
    this(type, List.copyOf(items), ValueLimits.weight(items), ValueLimits.depth(items));
  }

  public static Sequence list(List<Value> items) {
    return new Sequence(Type.LIST, items);
  }

  public static Sequence tuple(Value... items) {
    return new Sequence(Type.TUPLE, List.of(items));
  }

  @Override
  public String kind() {
    return type.words;
  }

  @Override
  public boolean isTrue() {
    return !items.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sequence that && type == that.type && items.equals(that.items);
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }
}
