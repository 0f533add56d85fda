package kelvin.ui.compose.chat;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.prompt.chat.Role;
import kelvin.ui.compose.TurnRow;
import kelvin.ui.compose.WrappedField;
import kelvin.ui.control.ChoiceWords;
import kelvin.ui.control.command.PlaceKeys;
import org.jspecify.annotations.Nullable;

/// A turn of a chat, edited in place: its speaker, and below it what is said.
final class TurnCell extends ListCell<TurnRow> {

  /// In pixels, below each turn.
  private static final double GAP = 5;

  private final TurnList list;
  private final ChoiceBox<Role> role = new ChoiceBox<>();
  private final WrappedField text =
      WrappedField.withBreaks(
          "What is said in this turn. Alt+Enter adds a turn below; Alt+↑ and Alt+↓ move it. A"
              + " special token that is typed here is one.");
  private final WrappedField more =
      WrappedField.withBreaks(
          "The further members of the message, a JSON object: tool_calls of an assistant, name and"
              + " tool_call_id of a tool.");
  private final HBox head;
  private final VBox content;
  private @Nullable TurnRow row;

  TurnCell(TurnList list) {
    this.list = list;
    getStyleClass().add("turn-cell");
    role.getStyleClass().addAll("quiet-choice", "inner-choice", "turn-role");
    role.getItems().addAll(Role.ALL);
    role.setConverter(new ChoiceWords<>(Role::title));
    var lesson = new Tooltip();
    role.setTooltip(lesson);
    role.valueProperty()
        .subscribe(
            now -> {
              if (now != null) {
                role.setAccessibleText("Speaker of the turn");
                lesson.setText("The speaker of this turn. " + now.lesson());
                more.setPromptText(
                    now == Role.TOOL
                        ? "{\"name\": \"time\", \"tool_call_id\": \"1\"}"
                        : "{\"tool_calls\": [{\"type\": \"function\", \"function\": {\"name\":"
                            + " \"time\", \"arguments\": {}}}]}");
                showMore();
              }
            });
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    head =
        new HBox(
            role,
            space,
            button(
                "{ }",
                "Further members of the turn",
                "Shows the further members of the message, such as tool_calls, as JSON.",
                this::openMore),
            button("↑", "Move the turn up", "Moves the turn up (Alt+↑).", () -> move(-1)),
            button("↓", "Move the turn down", "Moves the turn down (Alt+↓).", () -> move(1)),
            button("×", "Remove turn", "Removes the turn (Ctrl+Delete).", this::remove));
    head.setAlignment(Pos.CENTER_LEFT);
    more.getStyleClass().add("turn-more");
    more.managedProperty().bind(more.visibleProperty());
    more.setVisible(false);
    content = new VBox(head, text, more);
    // The cell is as wide as the list, so that the list never scrolls sideways.
    setPrefWidth(0);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    for (var part : List.of(role, text, more)) {
      part.setFocusTraversable(false);
      part.focusedProperty().subscribe(this::focusMoved);
    }
  }

  /// The keyboard has keys for these, so that Tab need not stop at them in every turn.
  private static Button button(String sign, String name, String lesson, Runnable action) {
    var button = new Button(sign);
    button.setFocusTraversable(false);
    button.getStyleClass().addAll("quiet-button", "turn-button");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(lesson));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void focusMoved(boolean here) {
    if (here && row != null) {
      list.stopAt(row);
    }
  }

  /// Lets Tab come to this turn, or pass it by.
  void setTabStop(boolean stop) {
    role.setFocusTraversable(stop);
    text.setFocusTraversable(stop);
    more.setFocusTraversable(stop);
  }

  @Override
  protected double computeMinHeight(double width) {
    return row == null ? super.computeMinHeight(width) : computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    if (row == null) {
      return super.computePrefHeight(width);
    }
    double room = (width > 0 ? width : getWidth()) - snappedLeftInset() - snappedRightInset();
    return head.prefHeight(-1)
        + text.prefHeight(Math.floor(room))
        + (more.isVisible() ? more.prefHeight(Math.floor(room)) : 0)
        + GAP
        + snappedTopInset()
        + snappedBottomInset();
  }

  @Override
  protected void updateItem(@Nullable TurnRow item, boolean empty) {
    super.updateItem(item, empty);
    var before = row;
    var now = empty ? null : item;
    if (before != null && !before.equals(now)) {
      role.valueProperty().unbindBidirectional(before.roleProperty());
      text.valueProperty().unbindBidirectional(before.textProperty());
      more.valueProperty().unbindBidirectional(before.moreProperty());
    }
    if (now != null && !now.equals(before)) {
      role.valueProperty().bindBidirectional(now.roleProperty());
      text.valueProperty().bindBidirectional(now.textProperty());
      more.valueProperty().bindBidirectional(now.moreProperty());
    }
    row = now;
    showMore();
    setGraphic(now == null ? null : content);
    list.placeTabStop();
  }

  /// A tool has further members, and so has a turn that was given some.
  private void showMore() {
    boolean wanted =
        row != null
            && (row.roleProperty().get() == Role.TOOL || !row.moreProperty().get().isBlank());
    if (more.isVisible() != wanted && !more.isFocused()) {
      more.setVisible(wanted);
      requestLayout();
    }
  }

  private void openMore() {
    more.setVisible(true);
    more.requestFocus();
    requestLayout();
  }

  void focusText() {
    text.requestFocus();
    text.end();
  }

  private void move(int by) {
    if (row != null) {
      list.move(row, by);
    }
  }

  private void remove() {
    if (row != null) {
      list.remove(row);
    }
  }

  private void pressed(KeyEvent event) {
    if (row == null) {
      return;
    }
    if (PlaceKeys.ADD_TURN.match(event)) {
      list.addAfter(row);
    } else if (PlaceKeys.MOVE_UP.match(event)) {
      move(-1);
    } else if (PlaceKeys.MOVE_DOWN.match(event)) {
      move(1);
    } else if (PlaceKeys.REMOVE_EXAMPLE.match(event)) {
      remove();
    } else if (leaves(event, KeyCode.UP) && text.isAtFirstLine()) {
      list.focusBeside(row, -1);
    } else if (leaves(event, KeyCode.DOWN) && text.isAtLastLine()) {
      list.focusBeside(row, 1);
    } else {
      return;
    }
    event.consume();
  }

  private boolean leaves(KeyEvent event, KeyCode arrow) {
    boolean plain = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
    return event.getCode() == arrow && plain && text.isFocused();
  }
}
