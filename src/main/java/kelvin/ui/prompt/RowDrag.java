package kelvin.ui.prompt;

import javafx.css.PseudoClass;
import javafx.scene.input.MouseEvent;

/// Moves an example among the others by its handle; a line shows where it would go.
final class RowDrag {

  private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

  private final ExampleCell cell;
  private final ExampleList list;
  private boolean dragging;

  RowDrag(ExampleCell cell, ExampleList list) {
    this.cell = cell;
    this.list = list;
    var handle = cell.handle();
    handle.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    handle.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    handle.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
  }

  private void drag(MouseEvent event) {
    if (cell.getItem() != null) {
      dragging = true;
      cell.pseudoClassStateChanged(DRAGGED, true);
      list.showDrop(cell.getItem(), event.getSceneY());
    }
    event.consume();
  }

  private void release(MouseEvent event) {
    if (dragging) {
      dragging = false;
      cell.pseudoClassStateChanged(DRAGGED, false);
      list.drop(cell.getItem(), event.getSceneY());
    }
    event.consume();
  }
}
