package kelvin.ui.theme;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;

/// The scroll bars of content that is larger than its viewport, and the offset of that content.
final class Panning {

  /// The thickness of a bar, in pixels.
  static final double THICKNESS = 12;
  private static final double MARGIN = 16;

  private final ScrollBar across = bar(Orientation.HORIZONTAL, "Move the window's content across");
  private final ScrollBar down = bar(Orientation.VERTICAL, "Move the window's content down");

  /// @param moved called when the offset changes
  Panning(Runnable moved) {
    across.valueProperty().subscribe((_, _) -> moved.run());
    down.valueProperty().subscribe((_, _) -> moved.run());
  }

  private static ScrollBar bar(Orientation orientation, String name) {
    var bar = new ScrollBar();
    bar.setOrientation(orientation);
    bar.setAccessibleText(name);
    bar.getStyleClass().add("window-scroll");
    bar.setVisible(false);
    // The bars are for the mouse. For the keyboard, the focused node is scrolled into view.
    bar.setFocusTraversable(false);
    return bar;
  }

  List<ScrollBar> bars() {
    return List.of(across, down);
  }

  /// Places the bars so that all of the content can be reached.
  void layOut(double width, double height, double contentWidth, double contentHeight) {
    boolean low = contentHeight > height + 1;
    boolean narrow = contentWidth > width - (low ? THICKNESS : 0) + 1;
    double wide = width - (low ? THICKNESS : 0);
    double high = height - (narrow ? THICKNESS : 0);
    set(across, narrow, contentWidth, wide);
    set(down, low, contentHeight, high);
    across.resizeRelocate(0, high, wide, THICKNESS);
    down.resizeRelocate(wide, 0, THICKNESS, high);
  }

  private static void set(ScrollBar bar, boolean needed, double content, double room) {
    double max = needed ? Math.max(0, Math.ceil(content - room)) : 0;
    bar.setMax(max);
    bar.setVisibleAmount(max * room / Math.max(1, content));
    bar.setUnitIncrement(40);
    bar.setBlockIncrement(room * 0.9);
    bar.setValue(Math.clamp(bar.getValue(), 0, max));
    bar.setVisible(needed);
  }

  /// Rounded to whole pixels, or every line would be blurred.
  double x() {
    return Math.rint(across.getValue());
  }

  double y() {
    return Math.rint(down.getValue());
  }

  /// Scrolls with the wheel, unless something inside has used it.
  void scroll(ScrollEvent event) {
    if (across.isVisible() || down.isVisible()) {
      move(across, across.getValue() - event.getDeltaX());
      move(down, down.getValue() - event.getDeltaY());
      event.consume();
    }
  }

  /// Scrolls a part into view.
  ///
  /// @param part its current bounds, in pixels of the viewport
  void reveal(Bounds part) {
    reveal(across, part.getMinX(), part.getMaxX(), across.getWidth());
    reveal(down, part.getMinY(), part.getMaxY(), down.getHeight());
  }

  private static void reveal(ScrollBar bar, double from, double to, double room) {
    boolean fits = to - from + 2 * MARGIN <= room;
    if (!bar.isVisible()) {
      return;
    }
    if (from < MARGIN || !fits) {
      move(bar, bar.getValue() + from - MARGIN);
    } else if (to > room - MARGIN) {
      move(bar, bar.getValue() + to - room + MARGIN);
    }
  }

  /// Scrolls a pane down or up until a node inside it is in sight.
  static void reveal(ScrollPane pane, Node node) {
    var content = pane.getContent();
    double room = pane.getViewportBounds().getHeight();
    double more = content.getLayoutBounds().getHeight() - room;
    if (more > 0) {
      var part = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
      double at = pane.getVvalue() * more;
      if (part.getMinY() < at + MARGIN || part.getMaxY() > at + room - MARGIN) {
        pane.setVvalue(Math.clamp((part.getCenterY() - room / 2) / more, 0, 1));
      }
    }
  }

  private static void move(ScrollBar bar, double to) {
    bar.setValue(Math.clamp(to, 0, bar.getMax()));
  }
}
