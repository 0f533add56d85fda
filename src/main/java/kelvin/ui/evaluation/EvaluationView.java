package kelvin.ui.evaluation;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.ui.evaluation.figure.EvaluationExports;

/// Layout of evaluations: the form and the list on the left, the selected one on the right.
public final class EvaluationView extends HBox {

  private static final double LEFT = 330;

  /// @param showPlayground goes to the page with the restored prompt
  public EvaluationView(EvaluationLab lab, EvaluationExports exports, Runnable showPlayground) {
    setId("evaluation");
    getStyleClass().add("lab-view");
    var runs = new RunsPane(lab.runs());
    VBox.setVgrow(runs, Priority.ALWAYS);
    var left = new VBox(new FormPane(lab.runs()), runs);
    left.getStyleClass().add("column");
    var scroll = new ScrollPane(left);
    scroll.getStyleClass().add("column-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setPrefWidth(LEFT);
    scroll.setMaxWidth(LEFT);
    scroll.setMinWidth(LEFT);
    var result = new ResultPane(lab, exports, showPlayground);
    result.setMinWidth(380);
    HBox.setHgrow(result, Priority.ALWAYS);
    getChildren().addAll(scroll, result);
  }
}
