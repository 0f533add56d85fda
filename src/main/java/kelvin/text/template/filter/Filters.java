package kelvin.text.template.filter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All filters by name.
public final class Filters {

  private static final Map<String, Filter> FILTERS = all();

  private Filters() {}

  private static Map<String, Filter> all() {
    var filters = new HashMap<String, Filter>();
    filters.putAll(TextFilters.FILTERS);
    filters.putAll(NumberFilters.FILTERS);
    filters.putAll(RowFilters.FILTERS);
    filters.putAll(OrderFilters.FILTERS);
    filters.putAll(GroupFilters.FILTERS);
    filters.putAll(ChoiceFilters.FILTERS);
    return Map.copyOf(filters);
  }

  public static Optional<Filter> find(String name) {
    return Optional.ofNullable(FILTERS.get(name));
  }

  /// The names, sorted.
  public static List<String> names() {
    return FILTERS.keySet().stream().sorted().toList();
  }
}
