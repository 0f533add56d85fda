package kelvin.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Where the keyboard is among the pages.
final class PageFocus {

  private final StackPane pages;
  private boolean wasHere;

  PageFocus(StackPane pages) {
    this.pages = pages;
  }

  /// To be called before a page goes: who works on one goes on at the next, who chose it in the
  /// window's head stays there.
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

  /// Goes to the first control of the page on show.
  void enter() {
    // What a page holds is in place only once it has its skins.
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
