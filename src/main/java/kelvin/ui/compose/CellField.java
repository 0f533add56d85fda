package kelvin.ui.compose;

import java.util.function.Predicate;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextInputControl;

/// A field of the table of examples.
interface CellField {

  /// The text with its real line breaks.
  StringProperty valueProperty();

  /// Sets a handler that sees pasted text first; it returns true if it used the text.
  void setOnPaste(Predicate<String> onPaste);

  /// Returns whether the arrow key up leaves the field, because the caret is in its first line.
  boolean isAtFirstLine();

  /// Returns whether the arrow key down leaves the field.
  boolean isAtLastLine();

  /// The control itself, for the layout and the focus.
  TextInputControl control();
}
