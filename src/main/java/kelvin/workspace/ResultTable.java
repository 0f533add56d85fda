package kelvin.workspace;

import java.util.List;
import java.util.Map;

/// The result of a sweep as a table. Only the code that made it knows what it means.
///
/// @param kind the kind of sweep, such as `orders`
/// @param title for display
/// @param settings the settings of the sweep as texts, by name
/// @param columns all of the same length
public record ResultTable(
    String kind, String title, Map<String, String> settings, List<Column> columns) {

  /// @throws IllegalArgumentException when columns differ in length
  public ResultTable {
    settings = Map.copyOf(settings);
    columns = List.copyOf(columns);
    if (columns.stream().map(Column::size).distinct().count() > 1) {
      throw new IllegalArgumentException("the columns of " + kind + " differ in length");
    }
  }

  /// A named column with values of one type.
  public sealed interface Column {
    String name();

    int size();
  }

  public record NumberColumn(String name, List<Double> values) implements Column {
    public NumberColumn {
      values = List.copyOf(values);
    }

    @Override
    public int size() {
      return values.size();
    }
  }

  public record TextColumn(String name, List<String> values) implements Column {
    public TextColumn {
      values = List.copyOf(values);
    }

    @Override
    public int size() {
      return values.size();
    }
  }

  public record BooleanColumn(String name, List<Boolean> values) implements Column {
    public BooleanColumn {
      values = List.copyOf(values);
    }

    @Override
    public int size() {
      return values.size();
    }
  }
}
