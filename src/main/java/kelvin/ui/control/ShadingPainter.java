package kelvin.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import kelvin.text.Span;
import kelvin.ui.control.PlotRegion.Ink;

/// Paints the tokens of a text behind it.
final class ShadingPainter {

  private static final double STRONGEST = 0.42;
  private static final double GAP = 1;

  private final PlotRegion region;
  private final Text text;
  private final Pen graphics;

  ShadingPainter(PlotRegion region, Text text) {
    this.region = region;
    this.text = text;
    graphics = region.pen();
  }

  void paint(List<ShadedToken> tokens, int selected) {
    int length = text.getText().length();
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      if (token.span().end() <= length) {
        for (var box : boxes(token.span())) {
          if (box.getMaxY() > 0 && box.getMinY() < region.getHeight()) {
            paintToken(token, box, i == selected);
          }
        }
      }
    }
  }

  private void paintToken(ShadedToken token, Bounds box, boolean selected) {
    double width = Math.max(1, box.getWidth() - GAP);
    if (token.shade() > 0.005) {
      graphics.setGlobalAlpha(STRONGEST * token.shade());
      graphics.setFill(region.paint(Ink.SURPRISAL));
      graphics.fillRoundRect(box.getMinX(), box.getMinY(), width, box.getHeight(), 5);
      graphics.setGlobalAlpha(1);
    }
    graphics.setFill(region.paint(Ink.HAIRLINE));
    graphics.fillRect(box.getMinX(), Math.floor(box.getMaxY()) - 1, width, 1);
    if (selected) {
      graphics.setStroke(region.paint(Ink.DRAW));
      graphics.setLineWidth(1.2);
      graphics.strokeRoundRect(
          PlotRegion.crisp(box.getMinX()),
          PlotRegion.crisp(box.getMinY()),
          width,
          box.getHeight() - 1,
          5);
    }
  }

  /// A span's rectangles, one a line, in the region's coordinates.
  private List<Bounds> boxes(Span span) {
    var boxes = new ArrayList<Bounds>();
    double minX = Double.NaN;
    double minY = Double.NaN;
    double maxX = Double.NaN;
    double maxY = Double.NaN;
    for (PathElement element : text.rangeShape(span.start(), span.end())) {
      switch (element) {
        case MoveTo move -> {
          addBox(boxes, minX, minY, maxX, maxY);
          minX = maxX = move.getX();
          minY = maxY = move.getY();
        }
        case LineTo line -> {
          minX = Math.min(minX, line.getX());
          maxX = Math.max(maxX, line.getX());
          minY = Math.min(minY, line.getY());
          maxY = Math.max(maxY, line.getY());
        }
        default -> {
          // the outline of a range has nothing else
        }
      }
    }
    addBox(boxes, minX, minY, maxX, maxY);
    return boxes;
  }

  private void addBox(List<Bounds> boxes, double minX, double minY, double maxX, double maxY) {
    if (maxX > minX && maxY > minY) {
      var local = new BoundingBox(minX, minY, maxX - minX, maxY - minY);
      boxes.add(region.sceneToLocal(text.localToScene(local)));
    }
  }
}
