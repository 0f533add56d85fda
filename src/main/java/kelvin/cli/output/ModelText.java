package kelvin.cli.output;

import java.io.PrintWriter;
import kelvin.inference.report.ModelReport;
import kelvin.text.MarkupTable;
import kelvin.text.MarkupTable.Kind;

/// The answer of `inspect` for people.
public final class ModelText {

  private final PrintWriter out;
  private final ModelReport report;

  public ModelText(PrintWriter out, ModelReport report) {
    this.out = out;
    this.report = report;
  }

  public void print() {
    print(report.facts());
    for (var table : report.tables()) {
      out.println();
      print(table);
    }
    for (var warning : report.warnings()) {
      out.println();
      out.println("warning: " + warning);
    }
  }

  private void print(MarkupTable content) {
    var columns = content.columns().stream().map(ModelText::column);
    var table = new TextTable(columns.toArray(TextTable.Column[]::new));
    content.rows().forEach(row -> table.row(row.toArray(String[]::new)));
    table.print(out);
  }

  private static TextTable.Column column(MarkupTable.Column column) {
    return new TextTable.Column(column.name(), column.kind() != Kind.NUMBER);
  }
}
