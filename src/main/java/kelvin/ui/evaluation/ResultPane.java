package kelvin.ui.evaluation;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.ui.evaluation.item.ItemsPane;
import kelvin.ui.evaluation.run.EvaluatedRun;
import kelvin.ui.evaluation.run.EvaluationsViewModel;
import kelvin.ui.lab.LabFields;
import org.jspecify.annotations.Nullable;

/// Layout and bindings of the selected evaluation.
final class ResultPane extends StackPane {

  private static final String EMPTY =
      "An evaluation asks a prompt about many texts whose right labels are known: how often it is"
          + " right, how sure it is when it is wrong, and when to trust it. Choose the data and press"
          + " Evaluate; each item leads back into the playground.";

  private final EvaluationsViewModel evaluations;
  private final Runnable showPlayground;
  private final Label title = new Label();
  private final Label conditions = new Label();
  private final Headline headline = new Headline();
  private final StackPane body = new StackPane();

  ResultPane(EvaluationsViewModel evaluations, Runnable showPlayground) {
    this.evaluations = evaluations;
    this.showPlayground = showPlayground;
    getStyleClass().add("card");
    VBox.setVgrow(body, Priority.ALWAYS);
    var content = new VBox(head(), headline, body);
    content.getStyleClass().add("card-content");
    var message = new Label(EMPTY);
    message.setId("evaluation-message");
    message.getStyleClass().add("empty-message");
    message.setWrapText(true);
    content.visibleProperty().bind(evaluations.selectedProperty().isNotNull());
    message.visibleProperty().bind(evaluations.selectedProperty().isNull());
    getChildren().addAll(content, message);
    evaluations.selectedProperty().subscribe(this::show);
  }

  private HBox head() {
    title.setId("evaluation-title");
    title.getStyleClass().add("sweep-title");
    title.setMinWidth(0);
    conditions.setId("evaluation-conditions");
    conditions.getStyleClass().add("quiet");
    conditions.setMinWidth(0);
    conditions.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(conditions, Priority.ALWAYS);
    var remove = new Button("Remove");
    remove.setId("evaluation-remove");
    remove.getStyleClass().add("quiet-button");
    remove.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(remove, "Takes this evaluation out of the list; it can be brought back.");
    remove.setOnAction(
        _ -> {
          var shown = evaluations.selectedProperty().get();
          if (shown != null) {
            evaluations.remove(shown);
          }
        });
    var head = new HBox(title, conditions, remove);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void show(@Nullable EvaluatedRun shown) {
    body.getChildren().clear();
    if (shown == null) {
      return;
    }
    title.setText(shown.title());
    conditions.setText(shown.evaluation().facts().model() + "  ·  " + shown.conditions());
    headline.show(shown.evaluation(), List.of());
    body.getChildren()
        .setAll(
            new ItemsPane(
                shown.evaluation(),
                item -> evaluations.restorePrompt(shown, item),
                evaluations.restoredProperty(),
                showPlayground));
  }
}
