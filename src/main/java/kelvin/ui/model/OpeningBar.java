package kelvin.ui.model;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import kelvin.ui.control.command.Shortcut;

/// Shows the progress while a model opens, and a button to stop it. Its place stays free at all
/// other times, so that nothing in the bar moves.
///
/// The duration is not known, so the bar only shows activity. The phase is shown in the picker
/// beside it, and in the tooltip where a small window has no room for it there.
public final class OpeningBar extends HBox {

  public OpeningBar(ModelViewModel viewModel) {
    setId("opening");
    getStyleClass().add("opening-bar");
    setAlignment(Pos.CENTER_LEFT);
    visibleProperty().bind(viewModel.loadingProperty());
    var progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    progress.getStyleClass().add("opening-progress");
    progress.accessibleTextProperty().bind(viewModel.factsProperty());
    var phase = new Tooltip();
    phase.textProperty().bind(viewModel.factsProperty());
    progress.setTooltip(phase);
    getChildren().addAll(progress, stopButton(viewModel));
  }

  private static Button stopButton(ModelViewModel viewModel) {
    var shape = new Region();
    shape.getStyleClass().addAll("icon", "icon-stop");
    var stop = new Button("", shape);
    stop.setId("stop-opening");
    stop.getStyleClass().add("transport-button");
    stop.setMinWidth(Region.USE_PREF_SIZE);
    stop.setAccessibleText("Stop opening the model");
    stop.setTooltip(
        new Tooltip(
            Shortcut.STOP_OPENING.in("Stop opening this model; the open one stays as it is.")));
    stop.setOnAction(_ -> viewModel.stopOpening());
    return stop;
  }
}
