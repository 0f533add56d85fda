package kelvin.ui.evaluation.picture;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import kelvin.experiment.measure.Measures;

/// A few evaluations with their measures side by side, a row for each.
public final class MeasureTable extends GridPane {

  private static final List<String> HEADS = List.of("", "Accuracy", "Log loss", "Brier", "ECE");

  /// @param measures of the row's evaluation
  public record Row(String name, Measures measures) {}

  public MeasureTable() {
    getStyleClass().add("measure-table");
    var names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    names.setMinWidth(80);
    getColumnConstraints().add(names);
    for (int i = 1; i < HEADS.size(); i++) {
      var column = new ColumnConstraints();
      column.setHalignment(HPos.RIGHT);
      column.setMinWidth(62);
      getColumnConstraints().add(column);
    }
  }

  public void show(List<Row> rows) {
    getChildren().clear();
    for (int i = 0; i < HEADS.size(); i++) {
      add(cell(HEADS.get(i), "faint"), i, 0);
    }
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      var measures = row.measures();
      var name = new Label(row.name());
      name.setMinWidth(0);
      add(name, 0, i + 1);
      add(number(MeasureWords.percent(measures.accuracy().value())), 1, i + 1);
      add(number(MeasureWords.number(measures.logLoss())), 2, i + 1);
      add(number(MeasureWords.number(measures.brier().score())), 3, i + 1);
      add(number(MeasureWords.number(measures.reliability().error())), 4, i + 1);
    }
  }

  private static Label number(String text) {
    return cell(text, "quiet-number");
  }

  private static Label cell(String text, String style) {
    var label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
