package kelvin.ui.watch;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;

/// Dragging a watched row: onto the middle of another row joins the two, onto its upper or lower
/// edge moves the row there.
final class WatchDrag {

  private static final PseudoClass JOIN = PseudoClass.getPseudoClass("join-target");
  private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");

  /// The part of a row at either edge that means “between”.
  private static final double EDGE = 0.25;

  private final WatchViewModel viewModel;
  private final WatchRowView row;
  private final int index;
  private final Node line;

  /// @param line what is dragged and dropped on: the row without its details
  WatchDrag(WatchViewModel viewModel, WatchRowView row, int index, Node line) {
    this.viewModel = viewModel;
    this.row = row;
    this.index = index;
    this.line = line;
    line.addEventHandler(MouseEvent.DRAG_DETECTED, _ -> line.startFullDrag());
    line.addEventHandler(MouseDragEvent.MOUSE_DRAG_OVER, this::mark);
    line.addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, _ -> unmark());
    line.addEventHandler(MouseDragEvent.MOUSE_DRAG_RELEASED, this::drop);
  }

  private int dragged(MouseDragEvent event) {
    return event.getGestureSource() instanceof Node source
            && source.getParent() instanceof WatchRowView from
        ? from.index()
        : index;
  }

  private void mark(MouseDragEvent event) {
    unmark();
    if (dragged(event) != index) {
      row.pseudoClassStateChanged(place(event), true);
    }
  }

  private void unmark() {
    row.pseudoClassStateChanged(JOIN, false);
    row.pseudoClassStateChanged(ABOVE, false);
    row.pseudoClassStateChanged(BELOW, false);
  }

  private void drop(MouseDragEvent event) {
    unmark();
    int from = dragged(event);
    if (from == index) {
      return;
    }
    var place = place(event);
    if (place.equals(JOIN)) {
      viewModel.join(index, from);
    } else {
      int before = place.equals(ABOVE) ? index : index + 1;
      viewModel.move(from, from < before ? before - 1 : before);
    }
  }

  private PseudoClass place(MouseDragEvent event) {
    double part =
        line.sceneToLocal(event.getSceneX(), event.getSceneY()).getY()
            / line.getBoundsInLocal().getHeight();
    return part < EDGE ? ABOVE : part > 1 - EDGE ? BELOW : JOIN;
  }
}
