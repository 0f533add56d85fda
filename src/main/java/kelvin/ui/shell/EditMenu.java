package kelvin.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import kelvin.text.VisibleText;
import kelvin.ui.prompt.PromptView;
import kelvin.ui.session.SessionViewModel;
import kelvin.workspace.Branch;

/// The Edit menu: undo and redo with the name of the change, and the work that was set aside.
final class EditMenu extends Menu {

  private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
  private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");
  private static final KeyCombination REDO_TOO = KeyCombination.valueOf("Shortcut+Y");
  private static final int SHOWN_OF_PROMPT = 40;

  private final SessionViewModel session;

  EditMenu(SessionViewModel session) {
    super("Edit");
    this.session = session;
    var undo = item("Undo", session.undoNameProperty(), UNDO, session::undo);
    undo.setId("undo");
    var redo = item("Redo", session.redoNameProperty(), REDO, session::redo);
    redo.setId("redo");
    getItems().addAll(undo, redo, new SeparatorMenuItem(), setAside());
  }

  private static MenuItem item(
      String verb, ObservableValue<String> name, KeyCombination shortcut, Runnable action) {
    var item = new MenuItem();
    item.textProperty().bind(name.map(what -> what.isEmpty() ? verb : verb + " " + what));
    item.disableProperty().bind(name.map(String::isEmpty));
    item.setAccelerator(shortcut);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private Menu setAside() {
    var menu = new Menu("Bring back");
    Runnable fill =
        () ->
            menu.getItems()
                .setAll(session.branches().reversed().stream().map(this::branchItem).toList());
    session.branches().subscribe(fill);
    fill.run();
    menu.disableProperty().bind(Bindings.isEmpty(session.branches()));
    return menu;
  }

  private MenuItem branchItem(Branch branch) {
    var prompt = VisibleText.of(branch.prompt());
    var end =
        prompt.length() > SHOWN_OF_PROMPT
            ? "… " + prompt.substring(prompt.length() - SHOWN_OF_PROMPT)
            : prompt;
    int count = branch.continuation().tokens().size();
    var item = new MenuItem(end + "   + " + (count == 1 ? "1 token" : count + " tokens"));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> session.bringBack(branch));
    return item;
  }

  /// Handles the shortcuts before a text field can undo by itself, because the prompt shares one
  /// history with everything else. A field for a number or a word first undoes its own typing.
  void takeShortcutsOf(Node window) {
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
    boolean isUndo = UNDO.match(event);
    boolean isRedo = REDO.match(event) || REDO_TOO.match(event);
    if ((isUndo || isRedo) && !goesBackInItself(event, isUndo)) {
      event.consume();
      if (isUndo) {
        session.undo();
      } else {
        session.redo();
      }
    }
  }

  private static boolean goesBackInItself(KeyEvent event, boolean isUndo) {
    return event.getTarget() instanceof TextInputControl field
        && !isPartOfPrompt(field)
        && (isUndo ? field.isUndoable() : field.isRedoable());
  }

  private static boolean isPartOfPrompt(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof PromptView) {
        return true;
      }
    }
    return false;
  }
}
