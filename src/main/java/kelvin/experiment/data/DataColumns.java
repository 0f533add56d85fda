package kelvin.experiment.data;

import java.util.Locale;
import java.util.Optional;
import kelvin.prompt.table.ExampleTable;

/// The names of a table's columns; each empty one is found by its usual names.
///
/// @param input the column of the inputs
/// @param label the column of the right labels
public record DataColumns(Optional<String> input, Optional<String> label) {

  /// Finds both columns by their usual names, or takes the first two.
  public static final DataColumns AUTOMATIC = new DataColumns(Optional.empty(), Optional.empty());

  int inputOf(ExampleTable table) throws DataException {
    return input.isPresent() ? find(table, input.get()) : table.suggestedInput();
  }

  int labelOf(ExampleTable table) throws DataException {
    return label.isPresent() ? find(table, label.get()) : table.suggestedOutput();
  }

  /// The place of a column, 0-based: by its exact name, else without regard to case.
  static int find(ExampleTable table, String name) throws DataException {
    int exact = table.columns().indexOf(name);
    if (exact >= 0) {
      return exact;
    }
    for (int column = 0; column < table.columns().size(); column++) {
      if (plain(table.columns().get(column)).equals(plain(name))) {
        return column;
      }
    }
    throw new DataException(
        "There is no column '"
            + name
            + "'; the columns are "
            + String.join(", ", table.columns())
            + ".");
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
