package kelvin.ui.generation;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import kelvin.ui.control.command.Shortcut;

/// The buttons that generate: back, step, play and stop.
public final class Transport extends HBox {

  private final String prefix;
  private final boolean hasWords;

  private Transport(GenerationViewModel viewModel, String prefix, boolean hasWords) {
    this.prefix = prefix;
    this.hasWords = hasWords;
    getStyleClass().add("transport");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(Region.USE_PREF_SIZE);
    var back = symbol("back", "Back", Shortcut.BACK.in("Removes the last token."));
    back.disableProperty().bind(viewModel.canGoBack().not());
    back.setOnAction(_ -> viewModel.back());
    var step = button("step", "Step", Shortcut.STEP.in("Draws one token and appends it."));
    step.getStyleClass().add("primary");
    step.disableProperty().bind(viewModel.canStep().not());
    step.setOnAction(_ -> viewModel.step());
    var play =
        button(
            "play",
            "Play",
            Shortcut.PLAY.in("Draws token after token until a limit, or the context, ends it."));
    play.disableProperty().bind(viewModel.canStep().not());
    play.setOnAction(_ -> viewModel.play());
    var stop = symbol("stop", "Stop", Shortcut.STOP.in("Stops playing."));
    stop.disableProperty().bind(viewModel.playingProperty().not());
    stop.setOnAction(_ -> viewModel.stop());
    getChildren().addAll(back, step, play, stop);
  }

  /// Names the two buttons that are used most.
  static Transport withWords(GenerationViewModel viewModel) {
    return new Transport(viewModel, "", true);
  }

  /// Shows symbols only.
  ///
  /// @param prefix stands before the ids of the buttons
  public static Transport ofSymbols(GenerationViewModel viewModel, String prefix) {
    return new Transport(viewModel, prefix, false);
  }

  private Button button(String id, String name, String lesson) {
    var button = symbol(id, name, lesson);
    button.setText(hasWords ? name : "");
    return button;
  }

  private Button symbol(String id, String name, String lesson) {
    var shape = new Region();
    shape.getStyleClass().addAll("icon", "icon-" + id);
    var button = new Button("", shape);
    button.setId(prefix + id);
    button.getStyleClass().add("transport-button");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(lesson));
    return button;
  }
}
