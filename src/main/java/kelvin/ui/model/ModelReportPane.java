package kelvin.ui.model;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.inference.report.ModelReport;
import kelvin.text.MarkupTable;
import kelvin.text.MarkupTable.Kind;

/// The tables of a model's report below each other.
final class ModelReportPane extends VBox {

  ModelReportPane(ModelReport report) {
    getStyleClass().add("model-report");
    getChildren().add(facts(report.facts()));
    for (var warning : report.warnings()) {
      var label = new Label("Warning: " + warning);
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      getChildren().add(label);
    }
    report.tables().forEach(table -> getChildren().add(table(table)));
  }

  /// The values can be selected, such as the path of the folder.
  private static GridPane facts(MarkupTable facts) {
    var grid = grid();
    for (int row = 0; row < facts.rows().size(); row++) {
      var cells = facts.rows().get(row);
      var name = new Label(cells.getFirst());
      name.getStyleClass().add("model-report-note");
      name.setMinWidth(Region.USE_PREF_SIZE);
      var value = new TextField(cells.getLast());
      value.setEditable(false);
      value.setFocusTraversable(false);
      value.getStyleClass().add("selectable-text");
      value.setAccessibleText(cells.getFirst() + ": " + cells.getLast());
      GridPane.setHgrow(value, Priority.ALWAYS);
      grid.addRow(row, name, value);
    }
    return grid;
  }

  private static GridPane table(MarkupTable table) {
    var grid = grid();
    for (int column = 0; column < table.columns().size(); column++) {
      var head = table.columns().get(column);
      boolean last = column == table.columns().size() - 1;
      var place = new ColumnConstraints();
      place.setHalignment(head.kind() == Kind.NUMBER ? HPos.RIGHT : HPos.LEFT);
      if (last && head.kind() != Kind.NUMBER) {
        place.setHgrow(Priority.ALWAYS);
      }
      grid.getColumnConstraints().add(place);
      var title = new Label(head.name());
      title.getStyleClass().add("model-report-title");
      grid.add(title, column, 0);
      for (int row = 0; row < table.rows().size(); row++) {
        grid.add(cell(table.rows().get(row).get(column), head.kind(), last), column, row + 1);
      }
    }
    return grid;
  }

  private static GridPane grid() {
    var grid = new GridPane();
    grid.getStyleClass().add("model-report-grid");
    return grid;
  }

  /// Only the last cell of a row wraps, so that the columns before it stay whole.
  private static Node cell(String text, Kind kind, boolean wraps) {
    var label = new Label(text);
    if (kind != Kind.WORDS) {
      label.getStyleClass().add("model-report-code");
    }
    label.setWrapText(wraps);
    label.setMinHeight(Region.USE_PREF_SIZE);
    if (!wraps) {
      label.setMinWidth(Region.USE_PREF_SIZE);
    }
    GridPane.setValignment(label, VPos.TOP);
    return label;
  }
}
