package kelvin.prompt.table;

import java.util.List;

/// A row of a table.
///
/// @param line the line of the file where the row begins, 1-based
public record TableRow(long line, List<String> cells) {

  public TableRow {
    cells = List.copyOf(cells);
  }
}
