package kelvin.ui.evaluation.picture;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import kelvin.ui.evaluation.run.RunProgress;

/// A bar with words below it that is shown while something runs.
public final class ProgressLine {

  private ProgressLine() {}

  public static VBox of(String id, RunProgress progress) {
    var bar = new ProgressBar();
    bar.setId(id);
    bar.setAccessibleText("The share that is measured");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(progress.shareProperty());
    var words = new Label();
    words.setId(id + "-text");
    words.getStyleClass().add("quiet-number");
    words.setWrapText(true);
    words.setMinHeight(Label.USE_PREF_SIZE);
    words.textProperty().bind(progress.textProperty());
    var box = new VBox(bar, words);
    box.getStyleClass().add("lab-progress");
    box.visibleProperty().bind(progress.runningProperty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }
}
