package kelvin.ui.shell;

import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;

/// Finds the place of the token that somebody looks at: the caret, or the strip with the details of
/// a token of the distribution.
final class NearbyPlace {

  private NearbyPlace() {}

  /// The place in the scene.
  static Bounds in(Scene scene) {
    if (scene.getFocusOwner() instanceof TextInputControl text) {
      return caret(text);
    }
    return Optional.ofNullable(scene.lookup("#near"))
        .filter(near -> near.getScene() != null && isShown(near))
        .map(near -> near.localToScene(near.getLayoutBounds()))
        .orElseGet(() -> new BoundingBox(scene.getWidth() / 3, scene.getHeight() / 4, 0, 0));
  }

  private static Bounds caret(TextInputControl text) {
    var onScreen = text.getInputMethodRequests().getTextLocation(0);
    var local = text.screenToLocal(onScreen);
    return local == null
        ? text.localToScene(text.getLayoutBounds())
        : text.localToScene(new BoundingBox(local.getX(), local.getY(), 0, 0));
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
