package kelvin.ui.shell;

/// What the menus can do that only the program around the window can.
public interface Commands {

  void switchTheme();

  /// Opens a page about Kelvin's version and parts.
  void showAbout();

  void quit();
}
