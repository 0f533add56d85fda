package kelvin.ui.evaluation.picture;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import kelvin.experiment.measure.Measures;
import kelvin.ui.lab.common.LabFields;

/// A few evaluations with their measures side by side, a row for each.
public final class MeasureTable extends GridPane {

  /// @param measures of the row's evaluation
  public record Row(String name, Measures measures) {}

  public MeasureTable() {
    getStyleClass().add("measure-table");
    var names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    names.setMinWidth(80);
    getColumnConstraints().add(names);
    for (int i = 0; i < ShownMeasure.ALL.size(); i++) {
      var column = new ColumnConstraints();
      column.setHalignment(HPos.RIGHT);
      column.setMinWidth(62);
      getColumnConstraints().add(column);
    }
  }

  public void show(List<Row> rows) {
    getChildren().clear();
    var heads = new ArrayList<Node>(List.of(cell("", "faint")));
    ShownMeasure.ALL.stream().map(MeasureTable::head).forEach(heads::add);
    addRow(0, heads.toArray(Node[]::new));
    for (int i = 0; i < rows.size(); i++) {
      addRow(i + 1, cells(rows.get(i)));
    }
  }

  private static Node[] cells(Row row) {
    var name = new Label(row.name());
    name.setMinWidth(0);
    var cells = new ArrayList<Node>(List.of(name));
    for (var measure : ShownMeasure.ALL) {
      cells.add(cell(measure.words(measure.of(row.measures())), "quiet-number"));
    }
    return cells.toArray(Node[]::new);
  }

  private static Label head(ShownMeasure measure) {
    var head = cell(measure.heading(), "faint");
    LabFields.teach(head, measure.lesson());
    return head;
  }

  private static Label cell(String text, String style) {
    var label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
