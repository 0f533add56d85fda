package kelvin.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Moves the keyboard focus when the page changes.
final class PageFocus {

  private final StackPane pages;
  private boolean wasHere;

  PageFocus(StackPane pages) {
    this.pages = pages;
  }

  /// Must be called before a page is hidden. A user who worked inside the page continues in the
  /// next one; one who chose it in the top bar stays there.
  void remember() {
    var scene = pages.getScene();
    @Nullable Node at = scene == null ? null : scene.getFocusOwner();
    while (at != null && !at.equals(pages)) {
      at = at.getParent();
    }
    wasHere = at != null;
  }

  boolean wasHere() {
    return wasHere;
  }

  /// Focuses the first control of the visible page.
  void enter() {
    // The nodes of a page are complete only once they have their skins.
    pages.applyCss();
    var first = first(pages);
    if (first != null) {
      first.requestFocus();
    }
  }

  private static @Nullable Node first(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return null;
    }
    if (node.isFocusTraversable()) {
      return node;
    }
    if (node instanceof Parent parent) {
      for (var child : parent.getChildrenUnmodifiable()) {
        var found = first(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
