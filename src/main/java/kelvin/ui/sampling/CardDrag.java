package kelvin.ui.sampling;

import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

/// Drags a card by its head to another place in the list. The card follows the mouse, and a line
/// marks the place where it would be dropped.
final class CardDrag {

  private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
  private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("drop-before");
  private static final PseudoClass AFTER = PseudoClass.getPseudoClass("drop-after");
  private static final double THRESHOLD = 4;

  private final StageCard card;
  private final VBox list;
  private final IntConsumer onDrop;
  private double start = Double.NaN;
  private boolean dragging;

  /// @param onDrop gets the card's new place, 0-based
  CardDrag(StageCard card, VBox list, IntConsumer onDrop) {
    this.card = card;
    this.list = list;
    this.onDrop = onDrop;
    card.head().setCursor(Cursor.OPEN_HAND);
    card.head().addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    card.head().addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    card.head().addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
  }

  private void press(MouseEvent event) {
    start = isOnControl(event) ? Double.NaN : event.getSceneY();
  }

  /// Fields and buttons in the head use the mouse themselves.
  private boolean isOnControl(MouseEvent event) {
    for (var at = (Node) event.getTarget(); at != null && !card.equals(at); at = at.getParent()) {
      if (at instanceof Control && !(at instanceof Label)) {
        return true;
      }
    }
    return false;
  }

  private void drag(MouseEvent event) {
    double moved = event.getSceneY() - start;
    if (Double.isNaN(moved) || (!dragging && Math.abs(moved) < THRESHOLD)) {
      return;
    }
    dragging = true;
    card.pseudoClassStateChanged(DRAGGED, true);
    card.setViewOrder(-1);
    card.setTranslateY(moved);
    clearLines();
    int from = list.getChildren().indexOf(card);
    int to = place();
    if (to != from) {
      list.getChildren().get(to).pseudoClassStateChanged(to < from ? BEFORE : AFTER, true);
    }
    event.consume();
  }

  /// The place of the card: the number of other cards whose middle is above this card's leading
  /// edge.
  private int place() {
    var bounds = card.getBoundsInParent();
    int from = list.getChildren().indexOf(card);
    int place = from;
    for (int i = from - 1; i >= 0 && bounds.getMinY() < middle(i); i--) {
      place = i;
    }
    for (int i = from + 1; i < list.getChildren().size() && bounds.getMaxY() > middle(i); i++) {
      place = i;
    }
    return place;
  }

  private double middle(int place) {
    var bounds = list.getChildren().get(place).getBoundsInParent();
    return (bounds.getMinY() + bounds.getMaxY()) / 2;
  }

  private void release() {
    if (!dragging) {
      return;
    }
    int place = place();
    dragging = false;
    card.pseudoClassStateChanged(DRAGGED, false);
    card.setViewOrder(0);
    card.setTranslateY(0);
    clearLines();
    onDrop.accept(place);
  }

  private void clearLines() {
    for (var other : list.getChildren()) {
      other.pseudoClassStateChanged(BEFORE, false);
      other.pseudoClassStateChanged(AFTER, false);
    }
  }
}
