package kelvin.ui.control;

import javafx.scene.layout.Region;

/// A frame that gives its content all its room and takes no size from it. So a change in the
/// content lays out the content, and nothing around it.
///
/// JavaFX lays out every ancestor of a node that may have another size, up to the first one that
/// is not managed by its parent. A page whose numbers change in every frame would lay out the
/// whole window each time.
public final class LayoutRoot extends Region {

  private final Region content;

  public LayoutRoot(Region content) {
    this.content = content;
    content.setManaged(false);
    getChildren().add(content);
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
