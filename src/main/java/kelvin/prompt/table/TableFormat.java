package kelvin.prompt.table;

import java.util.List;

/// The formats of a table, by their delimiter.
public enum TableFormat {
  TAB("tabs", '\t'),
  COMMA("commas", ','),
  SEMICOLON("semicolons", ';'),
  PIPE("vertical bars", '|'),
  /// One JSON object a line.
  JSON_LINES("JSON lines", '\0');

  /// Those with something between two cells, tabs first: a cell holds a comma rather than a tab.
  static final List<TableFormat> DELIMITED = List.of(TAB, COMMA, SEMICOLON, PIPE);

  private final String label;
  private final char delimiter;

  TableFormat(String label, char delimiter) {
    this.label = label;
    this.delimiter = delimiter;
  }

  /// The name for people: what stands between two cells.
  public String label() {
    return label;
  }

  /// What stands between two cells; nothing to rely on for `JSON_LINES`.
  char delimiter() {
    return delimiter;
  }
}
