package kelvin.text.template;

import java.util.List;
import kelvin.text.template.value.Callable;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;
import org.jspecify.annotations.Nullable;

/// The result of `cycler()`: gives its values one after the other, again and again.
final class Cycler {

  private final List<Value> items;
  private int at;

  Cycler(List<Value> items) {
    if (items.isEmpty()) {
      throw new TemplateException("it needs values to go through");
    }
    this.items = items;
  }

  Value value() {
    return new Callable(
        "cycler",
        (_, _) -> {
          throw new TemplateException("a cycler is called as .next()");
        },
        this::part);
  }

  private @Nullable Value part(String name) {
    return switch (name) {
      case "current" -> items.get(at);
      case "next" ->
          new Callable(
              name,
              (_, _) -> {
                var current = items.get(at);
                at = (at + 1) % items.size();
                return current;
              });
      case "reset" ->
          new Callable(
              name,
              (_, _) -> {
                at = 0;
                return Value.None.NONE;
              });
      default -> null;
    };
  }
}
