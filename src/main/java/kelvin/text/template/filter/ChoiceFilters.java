package kelvin.text.template.filter;

import java.util.ArrayList;
import java.util.Map;
import java.util.function.Predicate;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.Iteration;
import kelvin.text.template.value.Stream;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// Filters that apply another filter, or a test, to each value of a row.
final class ChoiceFilters {

  static final Map<String, Filter> FILTERS =
      Map.of(
          "map", ChoiceFilters::map,
          "select", (input, arguments, host) -> choose(input, arguments, host, false, true),
          "reject", (input, arguments, host) -> choose(input, arguments, host, false, false),
          "selectattr", (input, arguments, host) -> choose(input, arguments, host, true, true),
          "rejectattr", (input, arguments, host) -> choose(input, arguments, host, true, false));

  private ChoiceFilters() {}

  private static Value map(Value input, Arguments arguments, Host host) {
    var mapped = new ArrayList<Value>();
    if (arguments.positional().isEmpty()) {
      var bound = arguments.bind("attribute", "default");
      var attribute = bound.required("attribute");
      var otherwise = bound.get("default", Value.None.NONE);
      for (var item : Iteration.of(input)) {
        host.charge(1);
        mapped.add(Attributes.of(item, attribute, otherwise));
      }
    } else {
      var name = name(arguments.positional().getFirst());
      var rest = arguments.from(1);
      for (var item : Iteration.of(input)) {
        host.charge(1);
        mapped.add(host.filter(name, item, rest));
      }
    }
    return new Stream(mapped);
  }

  private static String name(Value value) {
    if (value instanceof Value.Text(String name)) {
      return name;
    }
    throw new TemplateException(
        "the name of a filter or test must be text, and is " + value.kind());
  }

  /// @param ofAttribute whether the first argument names a part of each item, which is tested
  /// @param wanted the outcome of the test with which an item is kept
  private static Value choose(
      Value input, Arguments arguments, Host host, boolean ofAttribute, boolean wanted) {
    int first = ofAttribute ? 1 : 0;
    if (arguments.positional().size() < first) {
      throw new TemplateException("it needs the name of a part");
    }
    var attribute = ofAttribute ? arguments.positional().getFirst() : Value.None.NONE;
    Predicate<Value> test = Value::isTrue;
    if (arguments.positional().size() > first) {
      var name = name(arguments.positional().get(first));
      var rest = arguments.from(first + 1);
      test = item -> host.test(name, item, rest);
    }
    var chosen = new ArrayList<Value>();
    for (var item : Iteration.of(input)) {
      host.charge(1);
      if (test.test(Attributes.of(item, attribute)) == wanted) {
        chosen.add(item);
      }
    }
    return new Stream(chosen);
  }
}
