package kelvin.ui.evaluation;

import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.evaluation.picture.MeasureWords;
import kelvin.ui.evaluation.run.EvaluatedRun;
import kelvin.ui.evaluation.run.EvaluationsViewModel;
import kelvin.ui.lab.LabFields;
import org.jspecify.annotations.Nullable;

/// Layout and bindings of the list of finished evaluations.
final class RunsPane extends VBox {

  private final EvaluationsViewModel evaluations;
  private final ListView<EvaluatedRun> list = new ListView<>();

  RunsPane(EvaluationsViewModel evaluations) {
    this.evaluations = evaluations;
    getStyleClass().addAll("card", "card-content");
    list.setId("evaluations");
    list.setAccessibleText("Evaluations");
    list.setTooltip(new Tooltip("The evaluations of this window; Delete removes one."));
    list.getStyleClass().add("sweep-list");
    list.setItems(evaluations.runs());
    list.setCellFactory(_ -> new RunCell());
    var empty = new Label("No evaluation yet.");
    empty.getStyleClass().add("quiet");
    list.setPlaceholder(empty);
    list.setMinHeight(96);
    list.setOnKeyPressed(
        event -> {
          var chosen = evaluations.selectedProperty().get();
          if (event.getCode() == KeyCode.DELETE && chosen != null) {
            evaluations.remove(chosen);
            event.consume();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    evaluations.selectedProperty().subscribe(this::select);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            now -> {
              if (now != null) {
                evaluations.selectedProperty().set(now);
              }
            });
    var title = new Label("EVALUATIONS");
    title.getStyleClass().add("section-title");
    getChildren().addAll(title, list, removedLine());
  }

  private void select(@Nullable EvaluatedRun run) {
    if (run == null) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(run);
    }
  }

  /// A line about the last removed evaluation, while it can be restored.
  private HBox removedLine() {
    var words = new Label();
    words.getStyleClass().add("quiet");
    words
        .textProperty()
        .bind(
            evaluations
                .removedProperty()
                .map(removed -> removed.map(r -> "Removed: " + r.title()).orElse("")));
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    var back = new Button("Bring back");
    back.setId("evaluation-bring-back");
    back.getStyleClass().add("quiet-button");
    back.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(back, "Puts the evaluation that was removed last into the list again.");
    back.setOnAction(_ -> evaluations.bringBack());
    var line = new HBox(words, back);
    line.setAlignment(Pos.CENTER_LEFT);
    line.visibleProperty().bind(words.textProperty().isNotEmpty());
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  private static final class RunCell extends ListCell<EvaluatedRun> {

    private final Label title = new Label();
    private final Label accuracy = new Label();
    private final Label about = new Label();
    private final VBox lines;

    RunCell() {
      title.getStyleClass().add("sweep-title");
      title.setMinWidth(0);
      title.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(title, Priority.ALWAYS);
      accuracy.getStyleClass().add("quiet-number");
      accuracy.setMinWidth(Region.USE_PREF_SIZE);
      about.getStyleClass().add("faint");
      var first = new HBox(title, accuracy);
      first.getStyleClass().add("run-line");
      lines = new VBox(first, about);
      // As wide as the list, so that long names end in an ellipsis and nothing scrolls sideways.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable EvaluatedRun item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
      } else {
        boolean partial = item.evaluation().facts().extent().partial();
        title.setText(item.title());
        accuracy.setText(
            MeasureWords.percent(item.measures().accuracy().value()) + (partial ? ", a part" : ""));
        about.setText(item.about(ZoneId.systemDefault()));
        setGraphic(lines);
        setAccessibleText(item.title() + ", " + accuracy.getText() + " right, " + about.getText());
      }
    }
  }
}
