package kelvin.ui.compare.model;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import kelvin.ui.compare.model.OtherModel.State;
import org.jspecify.annotations.Nullable;

/// Says what another model of a side takes, or why it is not open, and opens it or stops its
/// opening. It takes no room while there is nothing to say.
public final class OtherModelLine extends HBox {

  private final Label message = new Label();
  private final Button open;
  private final Button cancel;
  private final Button same;
  private Subscription following = Subscription.EMPTY;
  private @Nullable OtherModel shown;

  /// @param id the beginning of the ids of its nodes
  /// @param onSame takes the playground's model
  public OtherModelLine(String id, SideModel side, Runnable onSame) {
    getStyleClass().add("inner-line");
    setAlignment(Pos.CENTER_LEFT);
    message.setId(id + "-model-message");
    message.setWrapText(true);
    message.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(message, Priority.ALWAYS);
    open =
        button(
            id + "-model-open",
            "Open",
            "Opens the model beside the playground’s, which stays as it is.",
            () -> {
              if (shown != null) {
                shown.open();
              }
            });
    cancel =
        button(
            id + "-model-cancel",
            "Cancel",
            "Stops the opening.",
            () -> {
              if (shown != null) {
                shown.cancel();
              }
            });
    same =
        button(
            id + "-model-same", "Same model", "Runs this side on the playground’s model.", onSame);
    getChildren().addAll(message, open, cancel, same);
    visibleProperty().bind(message.textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
    side.otherProperty().subscribe(this::follow);
  }

  private static Button button(String id, String text, String lesson, Runnable action) {
    var button = new Button(text);
    button.setId(id);
    button.getStyleClass().addAll("quiet-button", "flush");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(lesson));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void follow(@Nullable OtherModel now) {
    following.unsubscribe();
    following = Subscription.EMPTY;
    shown = now;
    if (now == null) {
      message.setText("");
    } else {
      following =
          now.stateProperty()
              .subscribe(this::show)
              .and(now.messageProperty().subscribe(message::setText));
    }
  }

  private void show(State now) {
    message.getStyleClass().setAll("label", now == State.FAILED ? "problem" : "faint");
    open.setText(now == State.FAILED ? "Try again" : "Open");
    show(open, now == State.ASKING || now == State.FAILED);
    show(cancel, now == State.OPENING);
    show(same, now == State.ASKING || now == State.FAILED);
  }

  private static void show(Button button, boolean shown) {
    button.setVisible(shown);
    button.setManaged(shown);
  }
}
