package kelvin.ui.shell;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/// The menu bar, with every command of the window and its shortcut.
final class MainMenu extends MenuBar {

  /// @param menus from left to right; the Help menu is added at the end
  MainMenu(Commands commands, Menu... menus) {
    setUseSystemMenuBar(true);
    getMenus().addAll(menus);
    getMenus()
        .add(
            new Menu(
                "Help",
                null,
                item("Keyboard shortcuts …", "F1", this::showShortcuts),
                item("About Kelvin", "Shift+F1", commands::showAbout)));
  }

  private void showShortcuts() {
    new ShortcutSheet(Shortcuts.of(this), getScene().getWindow()).show();
  }

  static MenuItem item(String text, String shortcut, Runnable action) {
    var item = new MenuItem(text);
    item.setAccelerator(KeyCombination.valueOf(shortcut));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
