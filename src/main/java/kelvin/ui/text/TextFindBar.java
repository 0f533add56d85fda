package kelvin.ui.text;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A line that finds a word in the running text. Enter goes on, Shift+Enter goes back, Esc
/// closes it.
public final class TextFindBar extends HBox {

  private final TextInputControl text;
  private final TextField field = new TextField();
  private final Label place = new Label();

  /// @param text the editor to search
  public TextFindBar(TextInputControl text) {
    this.text = text;
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    field.setId("find-in-text");
    field.getStyleClass().add("small-field");
    field.setPromptText("find in the text");
    field.setAccessibleText("Find in the text");
    field.setTooltip(
        new Tooltip("Finds a word in the text. Enter goes on, Shift+Enter back, Esc closes."));
    HBox.setHgrow(field, Priority.ALWAYS);
    place.setId("find-in-text-place");
    place.getStyleClass().add("quiet");
    place.setMinWidth(Region.USE_PREF_SIZE);
    field.textProperty().subscribe((_, _) -> find(text.getSelection().getStart()));
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    getChildren()
        .addAll(
            field,
            place,
            button("find-back", "↑", "The place before (Shift+Enter)", this::goBack),
            button("find-on", "↓", "The next place (Enter)", this::goOn),
            button("find-close", "×", "Closes the search (Esc)", this::close));
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  private static Button button(String id, String sign, String lesson, Runnable action) {
    var button = new Button(sign);
    button.setId(id);
    button.getStyleClass().add("quiet-button");
    button.setAccessibleText(lesson);
    button.setTooltip(new Tooltip(lesson));
    button.setFocusTraversable(false);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// Opens the line, with the selected word if there is one.
  public void open() {
    var selected = text.getSelectedText();
    if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
      field.setText(selected);
    }
    setVisible(true);
    field.requestFocus();
    field.selectAll();
  }

  private void close() {
    setVisible(false);
    text.requestFocus();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      if (event.isShiftDown()) {
        goBack();
      } else {
        goOn();
      }
      event.consume();
    }
  }

  private void goOn() {
    find(text.getSelection().getEnd());
  }

  private void goBack() {
    var all = Occurrences.of(field.getText(), text.getText());
    show(all, all.before(text.getSelection().getStart()));
  }

  private void find(int from) {
    var all = Occurrences.of(field.getText(), text.getText());
    show(all, all.from(from));
  }

  private void show(Occurrences all, int index) {
    place.setText(field.getText().isEmpty() ? "" : all.describe(index));
    if (index >= 0) {
      var span = all.spans().get(index);
      text.selectRange(span.start(), span.end());
    }
  }
}
