package kelvin.ui.plot;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A canvas of the size of its region. It is repainted only when its content has changed.
final class PlotLayer {

  /// Paints a whole layer.
  interface Painter {
    void paint(Pen pen, double width, double height);
  }

  /// The pixels beyond the canvas that are cleared as well.
  private static final double MARGIN = 2;

  private final Canvas canvas = new Canvas();
  private final Pen pen = new CanvasPen(canvas.getGraphicsContext2D());
  private final Painter painter;

  /// Canvas pixels for each pixel of the region.
  private double resolution = 1;

  /// The size of the region in pixels of the canvas.
  private double paintedWidth;

  private double paintedHeight;

  /// The hidden part of the window that this layer waits for.
  private @Nullable Node awaited;

  private Subscription waiting = Subscription.EMPTY;

  private boolean outOfDate = true;
  private int paints;

  PlotLayer(Painter painter) {
    this.painter = painter;
    // The canvas is a picture of the region and no mouse target of its own.
    canvas.setMouseTransparent(true);
  }

  Node node() {
    return canvas;
  }

  Pen pen() {
    return pen;
  }

  void repaint() {
    outOfDate = true;
  }

  /// True if it shows what was painted last, so that more can be painted over it.
  boolean isUpToDate(Region region) {
    return !outOfDate && !isHidden(region);
  }

  /// The number of times that it was painted.
  int paints() {
    return paints;
  }

  /// Covers the region and repaints itself if it is out of date.
  void layOut(Region region) {
    boolean resized = matchPixels(region);
    outOfDate |= resized;
    // Layout also runs when a neighbour moves. A hidden layer is painted when it becomes visible.
    if (!outOfDate || isHidden(region)) {
      return;
    }
    outOfDate = false;
    paints++;
    var graphics = canvas.getGraphicsContext2D();
    graphics.setTransform(1, 0, 0, 1, 0, 0);
    // Clearing the whole canvas also drops queued commands of frames that were never shown.
    // The bitmap of a canvas that shrank is still larger, and its neighbouring pixels are blended
    // in.
    graphics.clearRect(0, 0, canvas.getWidth() + MARGIN, canvas.getHeight() + MARGIN);
    graphics.scale(resolution, resolution);
    if (region.getWidth() > 0 && region.getHeight() > 0) {
      painter.paint(pen, region.getWidth(), region.getHeight());
    }
  }

  /// True if a region or a part of the window around it is hidden. The region is then laid out
  /// again when that part is shown.
  private boolean isHidden(Region region) {
    for (Node node = region; node != null; node = node.getParent()) {
      if (!node.isVisible()) {
        waitFor(node, region);
        return true;
      }
    }
    return false;
  }

  private void waitFor(Node hidden, Region region) {
    if (!hidden.equals(awaited)) {
      waiting.unsubscribe();
      awaited = hidden;
      waiting = hidden.visibleProperty().subscribe((_, _) -> stopWaiting(region));
    }
  }

  private void stopWaiting(Region region) {
    waiting.unsubscribe();
    awaited = null;
    region.requestLayout();
  }

  /// Matches the canvas to the pixels of the screen. A canvas is a bitmap: in a magnified window it
  /// needs more pixels and must be aligned with their grid, or it would be blurred.
  ///
  /// Its size is in whole pixels. Clearing a canvas that ends within a pixel clears that pixel only
  /// in part, so a trace of every earlier picture would stay at the edge.
  ///
  /// @return whether the size has changed, which asks for another picture
  private boolean matchPixels(Region region) {
    var toScene = region.getLocalToSceneTransform();
    resolution = toScene.getMxx();
    double wide = region.getWidth() * resolution;
    double high = region.getHeight() * resolution;
    boolean resized = wide != paintedWidth || high != paintedHeight;
    paintedWidth = wide;
    paintedHeight = high;
    canvas.setWidth(Math.ceil(wide));
    canvas.setHeight(Math.ceil(high));
    canvas.setScaleX(1 / resolution);
    canvas.setScaleY(1 / resolution);
    // A node is scaled about its centre.
    double x = canvas.getWidth() * (1 / resolution - 1) / 2;
    double y = canvas.getHeight() * (1 / resolution - 1) / 2;
    canvas.setLayoutX(x + toGrid(toScene.getTx()) / resolution);
    canvas.setLayoutY(y + toGrid(toScene.getTy()) / resolution);
    return resized;
  }

  private static double toGrid(double position) {
    return Math.rint(position) - position;
  }
}
