package kelvin.ui.plot.bars;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// What mouse and keys do on `TokenBars`: the main button and Enter force a token, the other button
/// and the arrows select one, the wheel scrolls.
final class BarGestures {

  private final TokenBars bars;

  /// What the wheel turned beyond whole rows.
  private double rest;

  BarGestures(TokenBars bars) {
    this.bars = bars;
  }

  void install() {
    bars.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    bars.addEventHandler(MouseEvent.MOUSE_MOVED, event -> bars.hover(bars.rankAt(event.getY())));
    bars.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> bars.hover(0));
    bars.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    bars.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    bars.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void scroll(ScrollEvent event) {
    rest -= event.getDeltaY() / BarsPainter.ROW_HEIGHT;
    int rows = (int) rest;
    rest -= rows;
    bars.scrollTo(bars.firstRankProperty().get() + rows);
    bars.hover(bars.rankAt(event.getY()));
    event.consume();
  }

  /// The other button's release may go to the menu that its press opened.
  private void press(MouseEvent event) {
    int rank = bars.rankAt(event.getY());
    if (event.getButton() == MouseButton.SECONDARY && rank > 0) {
      bars.requestFocus();
      bars.select(rank);
    }
  }

  private void click(MouseEvent event) {
    bars.requestFocus();
    int rank = bars.rankAt(event.getY());
    if (rank > 0) {
      bars.select(rank);
      if (event.getButton() == MouseButton.PRIMARY) {
        bars.force(rank);
      }
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int selected = bars.selectedRankProperty().get();
    int page = Math.max(1, bars.visibleRowsProperty().get() - 1);
    switch (event.getCode()) {
      case DOWN -> bars.select(selected + 1);
      case UP -> bars.select(selected - 1);
      case PAGE_DOWN -> bars.select(selected + page);
      case PAGE_UP -> bars.select(selected - page);
      case HOME -> bars.select(1);
      case END -> bars.select(Integer.MAX_VALUE);
      case ENTER, SPACE -> {
        if (selected > 0) {
          bars.force(selected);
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }
}
