package kelvin.text.template.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kelvin.text.template.operation.Ordering;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.Iteration;
import kelvin.text.template.value.Mapping;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.Stream;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// Filters that compare the values of a row. Texts are compared without regard to large letters,
/// unless `case_sensitive` is set.
final class OrderFilters {

  static final Map<String, Filter> FILTERS =
      Map.of(
          "sort", OrderFilters::sort,
          "dictsort", OrderFilters::sortMapping,
          "unique", OrderFilters::unique,
          "min", (input, arguments, host) -> extreme(input, arguments, host, 1),
          "max", (input, arguments, host) -> extreme(input, arguments, host, -1));

  private OrderFilters() {}

  private static Value sort(Value input, Arguments arguments, Host host) {
    var bound = arguments.bind("reverse", "case_sensitive", "attribute");
    var paths = paths(bound.get("attribute", Value.None.NONE));
    boolean exactly = bound.flag("case_sensitive");
    UnaryOperator<Value> key =
        item ->
            paths.size() == 1
                ? Attributes.folded(Attributes.of(item, paths.getFirst()), exactly)
                : Sequence.list(
                    paths.stream()
                        .map(path -> Attributes.folded(Attributes.of(item, path), exactly))
                        .toList());
    return Sequence.list(sorted(Iteration.of(input), key, bound.flag("reverse"), host));
  }

  /// Several attributes are given in one text with commas.
  private static List<Value> paths(Value attribute) {
    return attribute instanceof Value.Text(String names)
        ? java.util.Arrays.stream(names.split(",", -1)).<Value>map(Value::of).toList()
        : List.of(attribute);
  }

  /// Sorts stably, also backwards.
  static List<Value> sorted(
      List<Value> items, UnaryOperator<Value> key, boolean backwards, Host host) {
    record Keyed(Value key, Value item) {}
    var keyed = new ArrayList<Keyed>();
    items.forEach(item -> keyed.add(new Keyed(key.apply(item), item)));
    Comparator<Keyed> order =
        (a, b) -> {
          host.charge(1 + Math.min(a.key.weight(), b.key.weight()));
          return Ordering.compare(a.key, b.key);
        };
    keyed.sort(backwards ? order.reversed() : order);
    return keyed.stream().map(Keyed::item).toList();
  }

  private static Value sortMapping(Value input, Arguments arguments, Host host) {
    var bound = arguments.bind("case_sensitive", "by", "reverse");
    int place =
        switch (bound.text("by", "key")) {
          case "key" -> 0;
          case "value" -> 1;
          default -> throw new TemplateException("it sorts by key or by value");
        };
    if (!(input instanceof Mapping mapping)) {
      throw new TemplateException(input.kind() + " has no keys to sort by");
    }
    boolean exactly = bound.flag("case_sensitive");
    UnaryOperator<Value> key =
        pair ->
            pair instanceof Sequence row
                ? Attributes.folded(row.items().get(place), exactly)
                : pair;
    return Sequence.list(sorted(mapping.pairList(), key, bound.flag("reverse"), host));
  }

  private static Value unique(Value input, Arguments arguments, Host host) {
    var bound = arguments.bind("case_sensitive", "attribute");
    var attribute = bound.get("attribute", Value.None.NONE);
    boolean exactly = bound.flag("case_sensitive");
    host.charge(input.weight());
    var seen = new HashSet<Value>();
    var unique = new ArrayList<Value>();
    for (var item : Iteration.of(input)) {
      if (seen.add(Mapping.key(Attributes.folded(Attributes.of(item, attribute), exactly)))) {
        unique.add(item);
      }
    }
    return new Stream(unique);
  }

  private static Value extreme(Value input, Arguments arguments, Host host, int sign) {
    var bound = arguments.bind("case_sensitive", "attribute");
    var attribute = bound.get("attribute", Value.None.NONE);
    boolean exactly = bound.flag("case_sensitive");
    var items = Iteration.of(input);
    if (items.isEmpty()) {
      return new Value.Undefined("an empty list has no least and no greatest item");
    }
    var best = items.getFirst();
    var bestKey = Attributes.folded(Attributes.of(best, attribute), exactly);
    for (var item : items.subList(1, items.size())) {
      host.charge(item.weight());
      var key = Attributes.folded(Attributes.of(item, attribute), exactly);
      if (sign * Ordering.compare(key, bestKey) < 0) {
        best = item;
        bestKey = key;
      }
    }
    return best;
  }
}
