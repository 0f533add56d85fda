package kelvin.ui.compose;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Moves an example by dragging its handle. A line shows the place where it would go.
///
/// Listens to the whole list, because cells are replaced while one of them is dragged.
final class RowDrag {

  private final ExampleList list;

  /// Null while nothing is dragged.
  private @Nullable ExampleRow dragged;

  RowDrag(ExampleList list, Node rows) {
    this.list = list;
    rows.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    rows.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
    rows.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
  }

  private void press(MouseEvent event) {
    dragged = event.getButton() == MouseButton.PRIMARY ? handled(event) : null;
    if (dragged != null) {
      event.consume();
    }
  }

  /// The row whose handle is pressed.
  private static @Nullable ExampleRow handled(MouseEvent event) {
    boolean onHandle = false;
    for (var at = (Node) event.getTarget(); at != null; at = at.getParent()) {
      onHandle |= at.getStyleClass().contains(ExampleCell.HANDLE);
      if (at instanceof ExampleCell cell) {
        return onHandle ? cell.getItem() : null;
      }
    }
    return null;
  }

  private void drag(MouseEvent event) {
    if (dragged != null) {
      list.showDrop(dragged, event.getSceneY());
      event.consume();
    }
  }

  private void release(MouseEvent event) {
    if (dragged != null) {
      list.drop(dragged, event.getSceneY());
      dragged = null;
      event.consume();
    }
  }
}
