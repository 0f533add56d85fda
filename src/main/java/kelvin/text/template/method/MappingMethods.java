package kelvin.text.template.method;

import kelvin.text.template.value.Callable;
import kelvin.text.template.value.Mapping;
import kelvin.text.template.value.Value;
import org.jspecify.annotations.Nullable;

/// The methods of mappings.
final class MappingMethods {

  private MappingMethods() {}

  static @Nullable Callable find(Mapping mapping, String name) {
    return switch (name) {
      case "items" ->
          new Callable(
              name,
              (arguments, _) -> {
                arguments.bind();
                return mapping.pairs();
              });
      case "keys" ->
          new Callable(
              name,
              (arguments, _) -> {
                arguments.bind();
                return mapping.keys();
              });
      case "values" ->
          new Callable(
              name,
              (arguments, _) -> {
                arguments.bind();
                return mapping.values();
              });
      case "copy" ->
          new Callable(
              name,
              (arguments, _) -> {
                arguments.bind();
                return mapping;
              });
      case "get" ->
          new Callable(
              name,
              (arguments, _) -> {
                var bound = arguments.bind("key", "default");
                var found = mapping.get(Mapping.key(bound.required("key")));
                return found == null ? bound.get("default", Value.None.NONE) : found;
              });
      default -> null;
    };
  }
}
