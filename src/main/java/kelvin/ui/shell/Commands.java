package kelvin.ui.shell;

/// What the menus can do that only the program around the window can.
public interface Commands {

  void switchTheme();

  /// Saves the distribution on show as a picture.
  void exportPicture();

  /// Saves every number of the distribution on show.
  void exportNumbers();

  /// Opens a page about Kelvin's version and parts.
  void showAbout();

  void quit();
}
