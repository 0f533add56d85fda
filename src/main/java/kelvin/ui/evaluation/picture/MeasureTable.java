package kelvin.ui.evaluation.picture;

import java.util.List;
import javafx.geometry.HPos;
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
    ShownMeasure.ALL.forEach(measure -> add(head(measure), measure.ordinal() + 1, 0));
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      int line = i + 1;
      var name = new Label(row.name());
      name.setMinWidth(0);
      add(name, 0, line);
      ShownMeasure.ALL.forEach(
          measure ->
              add(
                  cell(measure.words(measure.of(row.measures())), "quiet-number"),
                  measure.ordinal() + 1,
                  line));
    }
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
