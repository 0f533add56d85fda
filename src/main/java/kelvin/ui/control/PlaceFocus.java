package kelvin.ui.control;

import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// Moves the keyboard focus where one of several pages is shown in the same place.
public final class PlaceFocus {

  private final Parent place;
  private boolean wasHere;

  /// @param place holds the pages
  public PlaceFocus(Parent place) {
    this.place = place;
  }

  /// Must be called before a page is hidden. A user who worked inside the page continues in the
  /// next one; one who chose it outside of the pages stays there.
  public void remember() {
    var scene = place.getScene();
    @Nullable Node at = scene == null ? null : scene.getFocusOwner();
    while (at != null && !at.equals(place)) {
      at = at.getParent();
    }
    wasHere = at != null;
  }

  /// True if the focus was in a page when it was last remembered.
  public boolean wasHere() {
    return wasHere;
  }

  /// Focuses the first control of the visible page.
  public void enter() {
    // The nodes of a page are complete only once they have their skins.
    place.applyCss();
    var first = first(place);
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
