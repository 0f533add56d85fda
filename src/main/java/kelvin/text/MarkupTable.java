package kelvin.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A small table of texts, written for people: as Markdown or as LaTeX.
///
/// @param columns from left to right
/// @param rows each with a cell for each column
public record MarkupTable(List<Column> columns, List<List<String>> rows) {

  /// The kind of content of a column.
  public enum Kind {
    /// Words.
    WORDS,
    /// Text of a token or of code, set in a typewriter face.
    CODE,
    /// Numbers, aligned to the right.
    NUMBER
  }

  public record Column(String name, Kind kind) {}

  /// @throws IllegalArgumentException when a row has another number of cells
  public MarkupTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (var row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row has " + row.size() + " cells for " + columns.size() + " columns");
      }
    }
  }

  /// A table of GitHub's Markdown.
  public String markdown() {
    var text = new StringBuilder();
    text.append(line(names().stream().map(MarkupTable::markdown).toList()));
    text.append(
        line(
            columns.stream()
                .map(column -> column.kind() == Kind.NUMBER ? "---:" : ":---")
                .toList()));
    for (var row : rows) {
      text.append(
          line(cells(row, (cell, kind) -> kind == Kind.CODE ? code(cell) : markdown(cell))));
    }
    return text.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /// Escapes the characters that Markdown would read as more than themselves.
  private static String markdown(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>|~#])", "\\\\$1").replace("\n", "<br>");
  }

  /// Text between backticks, more of them than stand together in it. Within a table a bar must be
  /// escaped even there.
  private static String code(String text) {
    if (text.isEmpty()) {
      return "";
    }
    int longest = 0;
    int here = 0;
    for (int i = 0; i < text.length(); i++) {
      here = text.charAt(i) == '`' ? here + 1 : 0;
      longest = Math.max(longest, here);
    }
    var fence = "`".repeat(longest + 1);
    var apart = text.startsWith("`") || text.endsWith("`") ? " " : "";
    return fence + apart + text.replace("|", "\\|").replace("\n", " ") + apart + fence;
  }

  /// A `tabular` that needs no package: all of it is ASCII.
  public String latex() {
    var places =
        columns.stream()
            .map(column -> column.kind() == Kind.NUMBER ? "r" : "l")
            .collect(Collectors.joining());
    var text = new StringBuilder("\\begin{tabular}{" + places + "}\n\\hline\n");
    text.append(latexLine(names().stream().map(LatexText::of).toList())).append("\\hline\n");
    for (var row : rows) {
      text.append(
          latexLine(
              cells(
                  row,
                  (cell, kind) ->
                      kind == Kind.CODE && !cell.isEmpty()
                          ? "\\texttt{" + LatexText.of(cell) + "}"
                          : LatexText.of(cell))));
    }
    return text.append("\\hline\n\\end{tabular}\n").toString();
  }

  private static String latexLine(List<String> cells) {
    return String.join(" & ", cells) + " \\\\\n";
  }

  private List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  private List<String> cells(List<String> row, CellText text) {
    return IntStream.range(0, row.size())
        .mapToObj(at -> text.of(row.get(at), columns.get(at).kind()))
        .toList();
  }

  private interface CellText {
    String of(String cell, Kind kind);
  }
}
