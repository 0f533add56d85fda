package kelvin.ui.plot;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/// A canvas of the size of its region. It is repainted only when its content has changed.
final class PlotLayer {

  /// Paints a whole layer.
  interface Painter {
    void paint(Pen pen, double width, double height);
  }

  private final Canvas canvas = new Canvas();
  private final Pen pen = new CanvasPen(canvas.getGraphicsContext2D());
  private final Painter painter;

  /// Canvas pixels for each pixel of the region.
  private double resolution = 1;

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

  /// The number of times that it was painted.
  int paints() {
    return paints;
  }

  /// Covers the region and repaints itself if it is out of date.
  void layOut(Region region) {
    boolean resized = matchPixels(region);
    // Layout also runs when a neighbour moves. A hidden layer is painted when it becomes visible.
    if (!region.isVisible() || (!outOfDate && !resized)) {
      return;
    }
    outOfDate = false;
    paints++;
    var graphics = canvas.getGraphicsContext2D();
    graphics.setTransform(1, 0, 0, 1, 0, 0);
    // Clearing the whole canvas also drops queued commands of frames that were never shown.
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    graphics.scale(resolution, resolution);
    if (region.getWidth() > 0 && region.getHeight() > 0) {
      painter.paint(pen, region.getWidth(), region.getHeight());
    }
  }

  /// Matches the canvas to the pixels of the screen. A canvas is a bitmap: in a magnified window it
  /// needs more pixels and must be aligned with their grid, or it would be blurred.
  ///
  /// @return whether the size has changed, which clears the canvas
  private boolean matchPixels(Region region) {
    var toScene = region.getLocalToSceneTransform();
    resolution = toScene.getMxx();
    double wide = region.getWidth() * resolution;
    double high = region.getHeight() * resolution;
    boolean resized = wide != canvas.getWidth() || high != canvas.getHeight();
    canvas.setWidth(wide);
    canvas.setHeight(high);
    canvas.setScaleX(1 / resolution);
    canvas.setScaleY(1 / resolution);
    // A node is scaled about its centre.
    double x = (region.getWidth() - canvas.getWidth()) / 2;
    double y = (region.getHeight() - canvas.getHeight()) / 2;
    boolean magnified = resolution != 1;
    canvas.setLayoutX(magnified ? x + toGrid(toScene.getTx()) / resolution : 0);
    canvas.setLayoutY(magnified ? y + toGrid(toScene.getTy()) / resolution : 0);
    return resized;
  }

  private static double toGrid(double position) {
    return Math.rint(position) - position;
  }
}
