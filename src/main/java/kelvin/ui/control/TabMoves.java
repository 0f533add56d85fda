package kelvin.ui.control;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Lets Tab leave a text area, as it leaves every other control. Ctrl+Tab types a tab. A text area
/// of JavaFX does it the other way round, which traps who works by keyboard.
public final class TabMoves {

  private TabMoves() {}

  public static void out(TextArea area) {
    area.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(area, event));
  }

  private static void pressed(TextArea area, KeyEvent event) {
    if (event.getCode() != KeyCode.TAB || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    if (event.isControlDown() && !event.isShiftDown()) {
      if (area.isEditable()) {
        area.replaceSelection("\t");
      }
    } else {
      area.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
    event.consume();
  }
}
