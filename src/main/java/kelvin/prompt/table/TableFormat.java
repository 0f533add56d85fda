package kelvin.prompt.table;

import java.util.List;

/// The formats of tables.
public enum TableFormat {
  TAB("Tab", '\t'),
  COMMA("Comma", ','),
  SEMICOLON("Semicolon", ';'),
  PIPE("Vertical bar", '|'),
  /// One JSON object per line.
  JSON_LINES("JSON lines", '\0');

  /// The formats with a delimiter. Tabs come first, because a cell is more likely to hold a comma
  /// than a tab.
  static final List<TableFormat> DELIMITED = List.of(TAB, COMMA, SEMICOLON, PIPE);

  private final String label;
  private final char delimiter;

  TableFormat(String label, char delimiter) {
    this.label = label;
    this.delimiter = delimiter;
  }

  /// The name for display, taken from the delimiter.
  public String label() {
    return label;
  }

  /// The delimiter between two cells; meaningless for `JSON_LINES`.
  char delimiter() {
    return delimiter;
  }
}
