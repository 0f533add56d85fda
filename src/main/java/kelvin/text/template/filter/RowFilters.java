package kelvin.text.template.filter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import kelvin.text.template.operation.Arithmetic;
import kelvin.text.template.operation.Operator;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.Iteration;
import kelvin.text.template.value.Mapping;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.PythonText;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.Stream;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// Filters that read a row of values as a whole, and `default`.
final class RowFilters {

  static final Map<String, Filter> FILTERS =
      Map.ofEntries(
          Map.entry("length", RowFilters::count),
          Map.entry("count", RowFilters::count),
          Map.entry("first", RowFilters::first),
          Map.entry("last", RowFilters::last),
          Map.entry("list", RowFilters::list),
          Map.entry("join", RowFilters::join),
          Map.entry("reverse", RowFilters::reverse),
          Map.entry("sum", RowFilters::sum),
          Map.entry("items", RowFilters::pairs),
          Map.entry("default", RowFilters::otherwise),
          Map.entry("d", RowFilters::otherwise));

  private RowFilters() {}

  private static Value otherwise(Value input, Arguments arguments, Host host) {
    var bound = arguments.bind("default_value", "boolean");
    boolean missing =
        input instanceof Value.Undefined || (bound.flag("boolean") && !input.isTrue());
    return missing ? bound.get("default_value", Value.of("")) : input;
  }

  private static Value count(Value input, Arguments arguments, Host host) {
    arguments.bind();
    int count = Iteration.count(input);
    if (count < 0) {
      throw new TemplateException(input.kind() + " has no length");
    }
    return Value.of(count);
  }

  private static Value first(Value input, Arguments arguments, Host host) {
    arguments.bind();
    if (input instanceof Stream stream) {
      return stream.takeFirst();
    }
    var items = Iteration.of(input);
    return items.isEmpty() ? new Value.Undefined("there is no first item") : items.getFirst();
  }

  private static Value last(Value input, Arguments arguments, Host host) {
    arguments.bind();
    if (input instanceof Stream) {
      throw new TemplateException(input.kind() + ", has no last item");
    }
    var items = Iteration.of(input);
    return items.isEmpty() ? new Value.Undefined("there is no last item") : items.getLast();
  }

  private static Value list(Value input, Arguments arguments, Host host) {
    arguments.bind();
    var items = Iteration.of(input);
    host.charge(items.size());
    return Sequence.list(items);
  }

  private static Value join(Value input, Arguments arguments, Host host) {
    var bound = arguments.bind("d", "attribute");
    var attribute = bound.get("attribute", Value.None.NONE);
    host.charge(input.weight());
    var texts = new ArrayList<String>();
    for (var item : Iteration.of(input)) {
      texts.add(PythonText.of(Attributes.of(item, attribute)));
    }
    return Value.of(PythonStrings.join(PythonText.of(bound.get("d", Value.of(""))), texts, host));
  }

  private static Value reverse(Value input, Arguments arguments, Host host) {
    arguments.bind();
    host.charge(input.weight());
    if (input instanceof Value.Text(String text)) {
      // Java keeps the two halves of a wide character in order.
      return Value.of(new StringBuilder(text).reverse().toString());
    }
    List<Value> items = new ArrayList<>(Iteration.of(input));
    Collections.reverse(items);
    return input instanceof Stream ? Sequence.list(items) : new Stream(items);
  }

  private static Value sum(Value input, Arguments arguments, Host host) {
    var bound = arguments.bind("attribute", "start");
    var attribute = bound.get("attribute", Value.None.NONE);
    var sum = bound.get("start", Value.of(0));
    for (var item : Iteration.of(input)) {
      sum = Arithmetic.apply(Operator.ADD, sum, Attributes.of(item, attribute), host);
      host.charge(1);
    }
    return sum;
  }

  private static Value pairs(Value input, Arguments arguments, Host host) {
    arguments.bind();
    return switch (input) {
      case Value.Undefined _ -> new Stream(List.of());
      case Mapping mapping -> new Stream(mapping.pairList());
      default -> throw new TemplateException(input.kind() + " has no pairs of keys and values");
    };
  }
}
