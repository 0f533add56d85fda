package kelvin.text.template;

import java.util.List;
import java.util.function.UnaryOperator;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Callable;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;
import org.jspecify.annotations.Nullable;

/// The variable `loop` in one turn.
final class LoopState {

  private final List<Value> items;
  private final int depth;
  private final UnaryOperator<Value> recursion;
  private @Nullable List<Value> changing;

  LoopState(List<Value> items, int depth, UnaryOperator<Value> recursion) {
    this.items = items;
    this.depth = depth;
    this.recursion = recursion;
  }

  /// The value of `loop` in the turn with this place, from 0.
  Callable at(int index) {
    return new Callable(
        "loop",
        (arguments, _) -> recursion.apply(arguments.bind("iterable").required("iterable")),
        name -> part(name, index));
  }

  private @Nullable Value part(String name, int index) {
    return switch (name) {
      case "index" -> Value.of(index + 1L);
      case "index0" -> Value.of(index);
      case "revindex" -> Value.of(items.size() - (long) index);
      case "revindex0" -> Value.of(items.size() - index - 1L);
      case "first" -> Value.of(index == 0);
      case "last" -> Value.of(index == items.size() - 1);
      case "length" -> Value.of(items.size());
      case "depth" -> Value.of(depth + 1L);
      case "depth0" -> Value.of(depth);
      case "previtem" -> neighbor(index - 1, "there is no item before the first");
      case "nextitem" -> neighbor(index + 1, "there is no item after the last");
      case "cycle" -> new Callable(name, (arguments, _) -> cycle(arguments, index));
      case "changed" -> new Callable(name, (arguments, _) -> changed(arguments));
      default -> null;
    };
  }

  private Value neighbor(int index, String problem) {
    return index >= 0 && index < items.size() ? items.get(index) : new Value.Undefined(problem);
  }

  private static Value cycle(Arguments arguments, int index) {
    var values = arguments.positional();
    if (values.isEmpty()) {
      throw new TemplateException("it needs values to go through");
    }
    return values.get(index % values.size());
  }

  private Value changed(Arguments arguments) {
    boolean changed = !arguments.positional().equals(changing);
    changing = arguments.positional();
    return Value.of(changed);
  }
}
