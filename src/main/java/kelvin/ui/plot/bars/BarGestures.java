package kelvin.ui.plot.bars;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Handles mouse and keys on `TokenBars`: a click and the arrow keys select a token, a double click
/// and Enter force it, the wheel scrolls.
final class BarGestures {

  private final TokenBars bars;

  /// The part of the wheel's movement that is less than a row.
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

  /// The secondary button is handled when pressed, because its release may go to the menu that
  /// opens.
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
      if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
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
