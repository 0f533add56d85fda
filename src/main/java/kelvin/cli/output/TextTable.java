package kelvin.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// Rows of text in columns, for a terminal with a fixed-width font.
public final class TextTable {

  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /// The width of the widest cell of each column so far.
  private final int[] widths;

  /// @param leftAligned else to the right, as numbers want
  public record Column(String title, boolean leftAligned) {

    public static Column left(String title) {
      return new Column(title, true);
    }

    public static Column right(String title) {
      return new Column(title, false);
    }
  }

  public TextTable(Column... columns) {
    this.columns = List.of(columns);
    widths = new int[columns.length];
    add(this.columns.stream().map(Column::title).toList());
  }

  /// @param cells one for each column
  public void row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns.size());
    }
    add(List.of(cells));
  }

  private void add(List<String> cells) {
    for (int c = 0; c < widths.length; c++) {
      widths[c] = Math.max(widths[c], width(cells.get(c)));
    }
    rows.add(cells);
  }

  public void print(PrintWriter out) {
    for (var row : rows) {
      var line = new StringBuilder();
      for (int c = 0; c < columns.size(); c++) {
        var cell = row.get(c);
        var padding = " ".repeat(widths[c] - width(cell));
        line.append(c == 0 ? "" : GAP);
        line.append(columns.get(c).leftAligned() ? cell + padding : padding + cell);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static int width(String text) {
    return text.codePoints().map(TextTable::cells).sum();
  }

  /// The number of terminal cells of a character: none for a combining mark, two for East Asian
  /// scripts and emoji.
  private static int cells(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        (codePoint >= 0x1100 && codePoint <= 0x115F)
            || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
            || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
            || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
            || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
            || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
            || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
            || codePoint >= 0x20000;
    return wide ? 2 : 1;
  }
}
