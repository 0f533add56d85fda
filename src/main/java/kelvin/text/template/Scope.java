package kelvin.text.template;

import java.util.HashMap;
import java.util.Map;
import kelvin.text.template.value.Value;
import org.jspecify.annotations.Nullable;

/// The names that are known at a place, with their values. A name that is set is known in this
/// scope and in those inside, so that what a loop sets is gone after each turn.
final class Scope {

  private final @Nullable Scope outside;
  private final Map<String, Value> values;

  Scope(Scope outside) {
    this.outside = outside;
    values = new HashMap<>();
  }

  /// The outermost scope.
  Scope(Map<String, Value> values) {
    outside = null;
    this.values = new HashMap<>(values);
  }

  void set(String name, Value value) {
    values.put(name, value);
  }

  /// The value of the innermost name, or undefined.
  Value get(String name) {
    for (var scope = this; scope != null; scope = scope.outside) {
      var value = scope.values.get(name);
      if (value != null) {
        return value;
      }
    }
    return new Value.Undefined("'" + name + "' is not defined");
  }
}
