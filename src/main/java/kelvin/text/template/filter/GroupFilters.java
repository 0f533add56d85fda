package kelvin.text.template.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.Iteration;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.Stream;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;
import org.jspecify.annotations.Nullable;

/// Filters that cut a row into several.
final class GroupFilters {

  private static final int MOST = 100_000;

  static final Map<String, Filter> FILTERS =
      Map.of(
          "batch", GroupFilters::batch,
          "slice", GroupFilters::slice,
          "groupby", GroupFilters::group);

  private GroupFilters() {}

  private static Value batch(Value input, Arguments arguments, Host host) {
    var bound = arguments.bind("linecount", "fill_with");
    bound.required("linecount");
    int size = bound.whole("linecount", 1);
    var filling = bound.get("fill_with", Value.None.NONE);
    var items = Iteration.of(input);
    if (size < 1 || size > MOST) {
      throw new TemplateException("a row must have between 1 and 100,000 items");
    }
    host.charge(items.size());
    var rows = new ArrayList<Value>();
    for (int from = 0; from < items.size(); from += size) {
      var row = new ArrayList<>(items.subList(from, Math.min(items.size(), from + size)));
      while (row.size() < size && !(filling instanceof Value.None)) {
        row.add(filling);
      }
      rows.add(Sequence.list(row));
    }
    return new Stream(rows);
  }

  /// Cuts into a number of rows; the first ones get one item more if it does not come out even.
  private static Value slice(Value input, Arguments arguments, Host host) {
    var bound = arguments.bind("slices", "fill_with");
    bound.required("slices");
    int count = bound.whole("slices", 1);
    var filling = bound.get("fill_with", Value.None.NONE);
    var items = Iteration.of(input);
    if (count < 1 || count > MOST) {
      throw new TemplateException("there must be between 1 and 100,000 rows");
    }
    host.charge(items.size() + (long) count);
    var rows = new ArrayList<Value>();
    int longer = items.size() % count;
    int from = 0;
    for (int i = 0; i < count; i++) {
      int to = from + items.size() / count + (i < longer ? 1 : 0);
      var row = new ArrayList<>(items.subList(from, to));
      if (i >= longer && !(filling instanceof Value.None)) {
        row.add(filling);
      }
      rows.add(Sequence.list(row));
      from = to;
    }
    return new Stream(rows);
  }

  private static Value group(Value input, Arguments arguments, Host host) {
    var bound = arguments.bind("attribute", "default", "case_sensitive");
    var attribute = bound.required("attribute");
    var otherwise = bound.get("default", Value.None.NONE);
    boolean exactly = bound.flag("case_sensitive");
    UnaryOperator<Value> named = item -> Attributes.of(item, attribute, otherwise);
    UnaryOperator<Value> key = item -> Attributes.folded(named.apply(item), exactly);
    var groups = new ArrayList<List<Value>>();
    @Nullable Value before = null;
    for (var item : OrderFilters.sorted(Iteration.of(input), key, false, host)) {
      var current = key.apply(item);
      if (!current.equals(before)) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(item);
      before = current;
    }
    return Sequence.list(
        groups.stream()
            .<Value>map(
                group ->
                    new Sequence(
                        Sequence.Type.GROUP,
                        List.of(named.apply(group.getFirst()), Sequence.list(group))))
            .toList());
  }
}
