package kelvin.ui.text;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.text.Text;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.PlotRegion.Ink;

/// Paints the tokens of a text behind it.
final class ShadingPainter {

  private static final double GAP = 1;
  private static final double CORNER = 5;
  private static final double BEGINNING = 2;
  private static final double MARK = 2;
  private static final double DASH = 3;

  private final PlotRegion region;
  private final Text text;
  private final Pen graphics;

  ShadingPainter(PlotRegion region, Text text) {
    this.region = region;
    this.text = text;
    graphics = region.pen();
  }

  /// The place of the text in the region. A text area moves its text but does not turn or stretch
  /// it.
  Point2D origin() {
    return region.sceneToLocal(text.localToScene(0, 0));
  }

  /// @param boxes of each token, in the text's coordinates
  /// @param from index of the first token to paint
  /// @param selected index of the token to frame; −1 for none
  void paint(List<ShadedToken> tokens, List<List<Bounds>> boxes, int from, int selected) {
    var origin = origin();
    boolean begins = from == 0 || !tokens.get(from - 1).generated();
    for (int i = from; i < tokens.size(); i++) {
      boolean first = begins && tokens.get(i).generated();
      begins &= !tokens.get(i).generated();
      for (var box : boxes.get(i)) {
        double x = origin.getX() + box.getMinX();
        double y = origin.getY() + box.getMinY();
        if (y + box.getHeight() > 0 && y < region.getHeight()) {
          double width = Math.max(1, box.getWidth() - GAP);
          paintToken(tokens.get(i), x, y, width, box.getHeight());
          if (first) {
            first = false;
            paintBeginning(x, y, box.getHeight());
          }
          if (i == selected) {
            frame(x, y, width, box.getHeight());
          }
        }
      }
    }
  }

  private void paintToken(ShadedToken token, double x, double y, double width, double height) {
    if (!Double.isNaN(token.shade())) {
      graphics.setFill(HeatScale.at(region.paint(Ink.HEAT), region.paint(Ink.COOL), token.shade()));
      graphics.fillRoundRect(x, y, width, height, CORNER);
    }
    // A generated token stands on the colour of the draw.
    graphics.setFill(region.paint(token.generated() ? Ink.DRAW : Ink.HAIRLINE));
    graphics.fillRect(x, Math.floor(y + height) - 1, width, 1);
    if (token.marked()) {
      mark(x, Math.floor(y + height) - MARK, width);
    }
  }

  /// Draws a dashed line below a token.
  private void mark(double x, double y, double width) {
    graphics.setFill(region.paint(Ink.TEXT));
    for (double at = 0; at < width; at += 2 * DASH) {
      graphics.fillRect(x + at, y, Math.min(DASH, width - at), MARK);
    }
  }

  /// Marks the end of the prompt.
  private void paintBeginning(double x, double y, double height) {
    graphics.setFill(region.paint(Ink.DRAW));
    graphics.fillRect(Math.floor(x) - 1, y, BEGINNING, height);
  }

  private void frame(double x, double y, double width, double height) {
    graphics.setStroke(region.paint(Ink.DRAW));
    graphics.setLineWidth(1.2);
    graphics.strokeRoundRect(PlotRegion.crisp(x), PlotRegion.crisp(y), width, height - 1, CORNER);
  }
}
