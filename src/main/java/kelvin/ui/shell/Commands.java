package kelvin.ui.shell;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import kelvin.display.Theme;
import kelvin.display.View;
import kelvin.ui.lab.SweepExports;

/// What the menus can do that only the program around the window can.
public interface Commands {

  /// How the window looks; setting it changes the window.
  ObjectProperty<Theme> themeProperty();

  /// How many times larger than usual everything is, from 1 to 3; setting it changes the window.
  DoubleProperty zoomProperty();

  /// Asks what of the distribution on show to save and how, beginning with this view.
  void export(View view);

  /// Puts a picture of a view on the clipboard.
  void copyPicture(View view);

  /// Puts the table behind a view on the clipboard, for a spreadsheet.
  void copyNumbers(View view);

  /// Saves what was found in the lab.
  SweepExports sweepExports();

  /// Opens a page about Kelvin's version and parts.
  void showAbout();

  void quit();
}
