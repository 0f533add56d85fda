package kelvin.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import kelvin.ui.compare.SideText;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.palette.Palette;
import kelvin.ui.prompt.PromptView;
import kelvin.ui.session.SessionViewModel;

/// Handles the keys for undo before a text field can undo by itself, because prompts share one
/// history with everything else. A field for a number or a word first undoes its own typing.
final class UndoKeys {

  private final SessionViewModel session;

  UndoKeys(SessionViewModel session) {
    this.session = session;
  }

  void takeFrom(Node window) {
    // Added to the scene, not to the root: undo may remove the very field that has the focus.
    window
        .sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_PRESSED, this::undoOrRedo);
              }
            });
  }

  private void undoOrRedo(KeyEvent event) {
    boolean isUndo = Shortcut.UNDO.match(event);
    boolean isRedo = Shortcut.REDO.match(event) || Shortcut.REDO_TOO.match(event);
    if ((isUndo || isRedo) && !goesBackInItself(event, isUndo) && !isInPalette(event)) {
      event.consume();
      if (isUndo) {
        session.undo();
      } else {
        session.redo();
      }
    }
  }

  private static boolean isInPalette(KeyEvent event) {
    return event.getTarget() instanceof Node node && EditTarget.isIn(node, Palette.class);
  }

  private static boolean goesBackInItself(KeyEvent event, boolean isUndo) {
    return event.getTarget() instanceof TextInputControl field
        && !EditTarget.isIn(field, PromptView.class)
        && !(field instanceof SideText)
        && (isUndo ? field.isUndoable() : field.isRedoable());
  }
}
