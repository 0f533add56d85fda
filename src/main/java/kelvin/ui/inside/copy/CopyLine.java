package kelvin.ui.inside.copy;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import kelvin.ui.inside.copy.CopyViewModel.State;

/// Says what a second copy of the model takes, and opens it or stops its opening. It takes no room
/// while the copy is open.
public final class CopyLine extends HBox {

  /// @param id the beginning of the ids of its nodes
  public CopyLine(String id, CopyViewModel<?> copy) {
    getStyleClass().add("inner-line");
    setAlignment(Pos.CENTER_LEFT);
    var message = new Label();
    message.setId(id + "-copy");
    message.getStyleClass().add("faint");
    message.setWrapText(true);
    message.setMinHeight(USE_PREF_SIZE);
    message.textProperty().bind(copy.messageProperty());
    HBox.setHgrow(message, Priority.ALWAYS);
    var open =
        button(
            id + "-open",
            "Open",
            "Opens a second copy of the model, whose graph also gives what stands inside. The one"
                + " that plays stays as it is. The copy is closed with the model.");
    open.setOnAction(_ -> copy.open());
    var cancel = button(id + "-cancel", "Cancel", "Stops the opening of the second copy.");
    cancel.setOnAction(_ -> copy.cancelOpening());
    copy.stateProperty()
        .subscribe(
            now -> {
              show(open, now == State.ASKING);
              show(cancel, now == State.OPENING);
            });
    getChildren().addAll(message, open, cancel);
    visibleProperty().bind(copy.messageProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }

  private static void show(Button button, boolean shown) {
    button.setVisible(shown);
    button.setManaged(shown);
  }

  /// A quiet button of such a line.
  public static Button button(String id, String text, String lesson) {
    var button = new Button(text);
    button.setId(id);
    button.getStyleClass().addAll("quiet-button", "flush");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(lesson));
    return button;
  }
}
