package kelvin.ui.compose;

import java.util.function.Predicate;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;

/// A one-line field for a text that may have several lines. It shows line breaks and tabs as marks,
/// so that no part of the text is hidden. Shift+Enter types a line break.
public final class MarkedField extends TextField implements CellField {

  private final MarkedText text;

  public MarkedField(String lesson) {
    setMinWidth(24);
    setPrefColumnCount(5);
    text = new MarkedText(this, lesson, false);
  }

  @Override
  public StringProperty valueProperty() {
    return text.valueProperty();
  }

  @Override
  public void setOnPaste(Predicate<String> onPaste) {
    text.setOnPaste(onPaste);
  }

  @Override
  public boolean isAtFirstLine() {
    return true;
  }

  @Override
  public boolean isAtLastLine() {
    return true;
  }

  @Override
  public MarkedField control() {
    return this;
  }

  @Override
  public void paste() {
    text.paste();
  }
}
