package kelvin.text.template.method;

import kelvin.text.template.value.Callable;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;
import org.jspecify.annotations.Nullable;

/// The methods of lists, tuples and ranges.
final class RowMethods {

  private RowMethods() {}

  static @Nullable Value find(Sequence row, String name) {
    if (!row.type().hasPlaces()) {
      return null;
    }
    if (row.type() == Sequence.Type.GROUP) {
      return switch (name) {
        case "grouper" -> row.items().getFirst();
        case "list" -> row.items().getLast();
        default -> null;
      };
    }
    return switch (name) {
      case "copy" -> row.type() == Sequence.Type.LIST ? new Callable(name, (_, _) -> row) : null;
      case "count" ->
          new Callable(
              name,
              (arguments, host) -> {
                var wanted = arguments.bind("value").required("value");
                host.charge(row.weight());
                return Value.of(row.items().stream().filter(wanted::equals).count());
              });
      case "index" ->
          new Callable(
              name,
              (arguments, host) -> {
                host.charge(row.weight());
                int place = row.items().indexOf(arguments.bind("value").required("value"));
                if (place < 0) {
                  throw new TemplateException("the item is not in " + row.kind());
                }
                return Value.of(place);
              });
      default -> null;
    };
  }
}
