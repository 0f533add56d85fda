package kelvin.ui.compose;

import java.util.function.Predicate;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import kelvin.text.VisibleText;

/// The text of a field that shows line breaks and tabs as marks, so that no part of it is hidden.
/// Shift+Enter types a line break. A field for longer texts shows line breaks as they are.
final class MarkedText {

  private final TextInputControl field;

  /// Shown for a line break.
  private final char lineFeed;

  private final StringProperty value = new SimpleStringProperty(this, "value", "");
  private Predicate<String> onPaste = _ -> false;

  /// True if the field is being set from the value.
  private boolean showing;

  /// @param breaks whether line breaks are shown as they are
  MarkedText(TextInputControl field, String lesson, boolean breaks) {
    this.field = field;
    lineFeed = breaks ? '\n' : VisibleText.LINE_FEED;
    field.getStyleClass().add("small-field");
    field.setAccessibleText(lesson);
    field.setTooltip(new Tooltip(lesson));
    value.subscribe((_, now) -> show(now));
    field.textProperty().subscribe((_, now) -> typed(now));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /// The text with its real line breaks.
  StringProperty valueProperty() {
    return value;
  }

  /// Sets a handler that sees pasted text first; it returns true if it used the text.
  void setOnPaste(Predicate<String> onPaste) {
    this.onPaste = onPaste;
  }

  void paste() {
    var text = Clipboard.getSystemClipboard().getString();
    if (text != null && !onPaste.test(text)) {
      field.replaceSelection(marked(text));
    }
  }

  private void show(String now) {
    if (!now.equals(plain(field.getText()))) {
      showing = true;
      field.setText(marked(now));
      showing = false;
    }
  }

  private void typed(String now) {
    if (!showing) {
      value.set(plain(now));
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
      field.replaceSelection(String.valueOf(lineFeed));
      event.consume();
    }
  }

  private String marked(String text) {
    return text.replace("\r\n", "\n").replace('\n', lineFeed).replace('\t', VisibleText.TAB);
  }

  private String plain(String marked) {
    return marked.replace(lineFeed, '\n').replace(VisibleText.TAB, '\t');
  }
}
