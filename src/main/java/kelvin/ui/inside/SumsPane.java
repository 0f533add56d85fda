package kelvin.ui.inside;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.engine.inside.Analogies;

/// Layout and bindings of how often sums of words find the right word.
final class SumsPane extends VBox {

  private final GridPane table = new GridPane();
  private final Label words = new Label();

  SumsPane(NeighborsViewModel viewModel) {
    getStyleClass().addAll("card", "card-content");
    var title = new Label("HOW OFTEN SUMS WORK");
    title.getStyleClass().add("section-title");
    words.setId("sums-words");
    words.getStyleClass().add("quiet");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    table.setId("sums-table");
    table.getStyleClass().add("sums-table");
    var measure =
        NeighborsPane.button(
            "sums-measure",
            "Measure",
            "Asks the model about the sums of a list that comes along, such as king − man + woman,"
                + " in the background. A second press stops it.");
    measure.textProperty().bind(viewModel.measuringProperty().map(now -> now ? "Stop" : "Measure"));
    // The card above says why, if the model shows no vectors.
    measure.disableProperty().bind(viewModel.measurableProperty().not());
    measure.setOnAction(_ -> viewModel.measure());
    getChildren().addAll(title, words, table, measure);
    viewModel.scoresProperty().subscribe(this::show);
  }

  private void show(List<Analogies.Score> scores) {
    table.getChildren().clear();
    table.setVisible(!scores.isEmpty());
    table.setManaged(!scores.isEmpty());
    if (scores.isEmpty()) {
      words.setText("King − man + woman should be near queen. A list of such sums comes along.");
      return;
    }
    var total = Analogies.total(scores);
    words.setText(
        total.sums() == 0
            ? "The model has too few of the words as tokens to measure a sum."
            : "Nearest by cosine is the right token in %d of %d sums, among the five nearest in %d;"
                    .formatted(total.first(), total.sums(), total.amongFive())
                + " without a sum, near the first word alone, in %d.".formatted(total.baseline()));
    row(0, "", "sums", "right", "of five");
    for (int i = 0; i < scores.size(); i++) {
      var score = scores.get(i);
      row(
          i + 1,
          score.name(),
          Integer.toString(score.sums()),
          share(score.first(), score.sums()),
          share(score.amongFive(), score.sums()));
    }
  }

  private static String share(int count, int of) {
    return of == 0 ? "–" : Math.round(100.0 * count / of) + " %";
  }

  private void row(int index, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      var cell = new Label(cells[i]);
      cell.getStyleClass().add(i == 0 || index == 0 ? "faint" : "quiet-number");
      cell.setMinWidth(Region.USE_PREF_SIZE);
      GridPane.setHalignment(cell, i == 0 ? HPos.LEFT : HPos.RIGHT);
      table.add(cell, i, index);
    }
  }
}
