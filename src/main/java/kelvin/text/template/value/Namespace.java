package kelvin.text.template.value;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The result of `namespace()`: the only value whose parts a template can set, also inside a loop.
public final class Namespace implements Value {

  private final Map<String, Value> parts;

  public Namespace(Map<String, Value> parts) {
    this.parts = new HashMap<>(parts);
  }

  public @Nullable Value get(String name) {
    return parts.get(name);
  }

  public void set(String name, Value value) {
    parts.put(name, value);
  }

  @Override
  public String kind() {
    return "a namespace";
  }

  @Override
  public boolean isTrue() {
    return true;
  }
}
