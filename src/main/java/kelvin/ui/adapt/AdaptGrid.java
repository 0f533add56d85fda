package kelvin.ui.adapt;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import kelvin.experiment.adapt.AdaptSummary;
import kelvin.experiment.adapt.AdaptWords;
import kelvin.experiment.adapt.Adaptation;
import kelvin.ui.control.Numbers;

/// The table of the lecture notes with measured numbers: each method with the most examples that it
/// has.
public final class AdaptGrid extends GridPane {

  private static final List<String> HEADINGS =
      List.of("method", "examples", "accuracy", "log loss", "to adapt", "an answer", "kept");

  public AdaptGrid() {
    getStyleClass().add("adapt-grid");
  }

  static AdaptGrid of(Adaptation adaptation) {
    var grid = new AdaptGrid();
    grid.show(adaptation);
    return grid;
  }

  public void show(Adaptation adaptation) {
    getChildren().clear();
    for (int column = 0; column < HEADINGS.size(); column++) {
      add(cell(HEADINGS.get(column), column, "quiet"), column, 0);
    }
    int row = 1;
    for (var method : adaptation.methods()) {
      var last = AdaptCurves.last(adaptation, method);
      if (last.isPresent()) {
        var cells = cells(last.get());
        for (int column = 0; column < cells.size(); column++) {
          add(cell(cells.get(column), column, "token-text"), column, row);
        }
        row++;
      }
    }
  }

  private static Label cell(String text, int column, String style) {
    var label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setHalignment(label, column == 0 ? HPos.LEFT : HPos.RIGHT);
    return label;
  }

  private static List<String> cells(AdaptSummary summary) {
    return List.of(
        summary.method().label(),
        Integer.toString(summary.examples()),
        String.format(
            Locale.ROOT,
            "%.1f %%  (%.1f–%.1f)",
            100 * summary.accuracy(),
            100 * summary.interval().low(),
            100 * summary.interval().high()),
        Numbers.probability(summary.logLoss()),
        AdaptWords.seconds(summary.costs().adaptSeconds()),
        AdaptWords.seconds(summary.costs().answerSeconds()),
        AdaptWords.bytes(summary.costs().bytes()));
  }
}
