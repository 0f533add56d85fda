package kelvin.ui.shell;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/// The menu bar: every command of the window, with its shortcut.
final class MainMenu extends MenuBar {

  /// @param menus from left to right; the one for help comes last by itself
  MainMenu(Commands commands, Menu... menus) {
    setUseSystemMenuBar(true);
    getMenus().addAll(menus);
    getMenus().add(new Menu("Help", null, item("About Kelvin", "F1", commands::showAbout)));
  }

  static MenuItem item(String text, String shortcut, Runnable action) {
    var item = new MenuItem(text);
    item.setAccelerator(KeyCombination.valueOf(shortcut));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
