package kelvin.ui.shell;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import kelvin.display.Theme;
import kelvin.display.View;
import kelvin.ui.figure.CopyForm;
import kelvin.ui.hub.HubViewModel;
import kelvin.ui.playground.ShowInFolder;
import kelvin.ui.session.PromptHistoryViewModel;

/// Commands of the menus that only the application around the window can carry out.
public interface Commands {

  /// The theme; setting it changes the window.
  ObjectProperty<Theme> themeProperty();

  /// The zoom, from 1 to 3; setting it changes the window.
  DoubleProperty zoomProperty();

  /// Asks which view to save, starting with this one, and how.
  void export(View view);

  /// Copies a picture of a view to the clipboard.
  void copyPicture(View view);

  /// Copies the table behind a view to the clipboard, for a spreadsheet.
  void copyNumbers(View view);

  /// Copies the visible answer as text.
  void copyAs(CopyForm form);

  /// The prompts that the user asked about lately.
  PromptHistoryViewModel promptHistory();

  /// Saves what the lab shows.
  LabExports labExports();

  /// Shows a saved file in its folder; empty where the desktop has nothing for it.
  default Optional<ShowInFolder> fileManager() {
    return Optional.empty();
  }

  /// Models of a hub; empty where there is no access to one.
  default Optional<HubViewModel> hub() {
    return Optional.empty();
  }

  /// Fills the screen with the window, or gives it its size back.
  void fillScreen(boolean wanted);

  /// Shows Kelvin's version and its components.
  void showAbout();

  void quit();
}
