package kelvin.ui.watch;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;

/// Drags a watched row. A drop on the middle of another row joins the two; a drop on its upper or
/// lower edge moves the row there.
final class WatchDrag {

  private static final PseudoClass JOIN = PseudoClass.getPseudoClass("join-target");
  private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");

  /// The share of a row's height, at either edge, that means “between”.
  private static final double EDGE = 0.25;

  private final WatchViewModel viewModel;
  private final WatchRowView row;
  private Optional<Target> target = Optional.empty();

  /// The place where the row would be dropped.
  private record Target(WatchRowView row, PseudoClass place) {}

  /// @param line the node that is dragged: the row without its details
  WatchDrag(WatchViewModel viewModel, WatchRowView row, Node line) {
    this.viewModel = viewModel;
    this.row = row;
    line.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::mark);
    line.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> drop());
  }

  private void mark(MouseEvent event) {
    show(false);
    target = event.isStillSincePress() ? Optional.empty() : targetAt(event);
    show(true);
    event.consume();
  }

  private void show(boolean on) {
    target.ifPresent(to -> to.row().pseudoClassStateChanged(to.place(), on));
  }

  private Optional<Target> targetAt(MouseEvent event) {
    for (var node : row.getParent().getChildrenUnmodifiable()) {
      if (node instanceof WatchRowView other && !other.equals(row)) {
        var line = other.line();
        var point = line.sceneToLocal(event.getSceneX(), event.getSceneY());
        if (line.getLayoutBounds().contains(point)) {
          double part = point.getY() / line.getBoundsInLocal().getHeight();
          return Optional.of(
              new Target(other, part < EDGE ? ABOVE : part > 1 - EDGE ? BELOW : JOIN));
        }
      }
    }
    return Optional.empty();
  }

  private void drop() {
    show(false);
    var dropped = target;
    target = Optional.empty();
    dropped.ifPresent(this::dropOn);
  }

  private void dropOn(Target to) {
    int from = row.index();
    int onto = to.row().index();
    if (to.place().equals(JOIN)) {
      viewModel.join(onto, from);
    } else {
      int before = to.place().equals(ABOVE) ? onto : onto + 1;
      viewModel.move(from, from < before ? before - 1 : before);
    }
  }
}
