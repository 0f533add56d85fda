package kelvin.ui.shell;

import javafx.scene.control.MenuBar;
import kelvin.ui.control.command.CommandList;
import kelvin.ui.control.command.CommandMenus;

/// The menu bar, with every command of the window and its shortcut.
final class MainMenu extends MenuBar {

  MainMenu(CommandList commands) {
    setUseSystemMenuBar(true);
    getMenus().setAll(CommandMenus.of(commands));
  }
}
