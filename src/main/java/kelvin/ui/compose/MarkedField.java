package kelvin.ui.compose;

import java.util.function.Predicate;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import kelvin.text.VisibleText;
import kelvin.ui.control.command.PlaceKeys;

/// A one-line field for a text that may have several lines. It shows line breaks and tabs as marks,
/// so that no part of the text is hidden. Shift+Enter types a line break.
public final class MarkedField extends TextField {

  private final StringProperty value = new SimpleStringProperty(this, "value", "");
  private Predicate<String> onPaste = _ -> false;

  /// True if the field is being set from the value.
  private boolean showing;

  public MarkedField(String lesson) {
    getStyleClass().add("small-field");
    setAccessibleText(lesson);
    setTooltip(new Tooltip(lesson));
    setMinWidth(24);
    setPrefColumnCount(5);
    value.subscribe((_, now) -> show(now));
    textProperty().subscribe((_, now) -> typed(now));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /// The text with its real line breaks.
  public StringProperty valueProperty() {
    return value;
  }

  /// Sets a handler that sees pasted text first; it returns true if it used the text.
  void setOnPaste(Predicate<String> onPaste) {
    this.onPaste = onPaste;
  }

  @Override
  public void paste() {
    var text = Clipboard.getSystemClipboard().getString();
    if (text != null && !onPaste.test(text)) {
      replaceSelection(marked(text));
    }
  }

  private void show(String now) {
    if (!now.equals(plain(getText()))) {
      showing = true;
      setText(marked(now));
      showing = false;
    }
  }

  private void typed(String now) {
    if (!showing) {
      value.set(plain(now));
    }
  }

  private void pressed(KeyEvent event) {
    if (PlaceKeys.LINE_BREAK.match(event)) {
      replaceSelection(String.valueOf(VisibleText.LINE_FEED));
      event.consume();
    }
  }

  private static String marked(String text) {
    return text.replace("\r\n", "\n")
        .replace('\n', VisibleText.LINE_FEED)
        .replace('\t', VisibleText.TAB);
  }

  private static String plain(String marked) {
    return marked.replace(VisibleText.LINE_FEED, '\n').replace(VisibleText.TAB, '\t');
  }
}
