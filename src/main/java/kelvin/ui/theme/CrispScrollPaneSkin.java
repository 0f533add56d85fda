package kelvin.ui.theme;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ScrollPaneSkin;

/// A scroll pane that keeps no bitmap of its content. The bitmap of JavaFX makes scrolling cheap,
/// but it is blurred in a magnified window and is redrawn as a whole whenever a number changes.
///
/// The stylesheet names this class for every scroll pane, including those inside text areas.
public final class CrispScrollPaneSkin extends ScrollPaneSkin {

  public CrispScrollPaneSkin(ScrollPane pane) {
    super(pane);
    getChildren().forEach(CrispScrollPaneSkin::keepNoBitmap);
  }

  private static void keepNoBitmap(Node node) {
    node.setCache(false);
    if (node.getStyleClass().contains("viewport") && node instanceof Parent viewport) {
      viewport.getChildrenUnmodifiable().forEach(content -> content.setCache(false));
    }
  }
}
