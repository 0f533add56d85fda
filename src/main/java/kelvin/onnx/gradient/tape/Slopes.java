package kelvin.onnx.gradient.tape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The gradient of each value, as far as it is known. What reaches a value on several ways is added
/// up.
public final class Slopes {

  private final Tape tape;
  private final Map<String, List<String>> parts = new HashMap<>();

  public Slopes(Tape tape) {
    this.tape = tape;
  }

  /// Adds a part of the gradient of `value`.
  public void add(String value, String gradient) {
    parts.computeIfAbsent(value, _ -> new ArrayList<>()).add(gradient);
  }

  /// The gradient of a value after all nodes that read it; empty if nothing reaches it.
  public Optional<String> total(String value) {
    var found = parts.getOrDefault(value, List.of());
    if (found.size() > 1) {
      var sum = tape.add("Sum", Map.of(), found, 1);
      parts.put(value, new ArrayList<>(sum));
    }
    return parts.getOrDefault(value, List.of()).stream().findFirst();
  }
}
