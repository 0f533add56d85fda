package kelvin.ui.theme;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ScrollPaneSkin;

/// A scroll pane without a bitmap of its content. JavaFX keeps one, which makes scrolling cheap,
/// but is blurred where the window is magnified and drawn anew, whole, whenever a number changes.
///
/// The stylesheet names this class for every scroll pane, those inside text areas, too.
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
