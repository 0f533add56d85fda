package kelvin.ui.lab;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Layout of the sweeps: the form and the list of sweeps on the left, the selected sweep on the
/// right.
public final class SweepsView extends HBox {

  /// @param showPlayground goes to the page with the restored prompt
  public SweepsView(LabViewModel lab, SweepExports exports, Runnable showPlayground) {
    getStyleClass().add("lab-view");
    var results = new ResultsPane(lab);
    VBox.setVgrow(results, Priority.ALWAYS);
    var left = new VBox(new SetupPane(lab), results);
    left.getStyleClass().add("column");
    var scroll = new ScrollPane(left);
    scroll.getStyleClass().add("column-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setPrefWidth(330);
    scroll.setMaxWidth(330);
    // Never less, or the words about a point would push it aside.
    scroll.setMinWidth(330);
    var result = new ResultPane(lab, exports, showPlayground);
    result.setMinWidth(380);
    HBox.setHgrow(result, Priority.ALWAYS);
    getChildren().addAll(scroll, result);
  }
}
