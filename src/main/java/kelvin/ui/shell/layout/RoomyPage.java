package kelvin.ui.shell.layout;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// A page that scrolls where the window is smaller than the page can be.
public final class RoomyPage extends ScrollPane {

  public RoomyPage(Region page, double minWidth, double minHeight) {
    super(page);
    page.setMinSize(minWidth, minHeight);
    getStyleClass().add("column-scroll");
    setFitToWidth(true);
    setFitToHeight(true);
    setFocusTraversable(false);
  }
}
