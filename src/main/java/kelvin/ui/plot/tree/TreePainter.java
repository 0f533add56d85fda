package kelvin.ui.plot.tree;

import java.util.BitSet;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.PlotRegion.Ink;

/// Paints the part of a tree that is in sight: each token in a box whose ground is the fuller the
/// more probable it was.
final class TreePainter {

  private static final double LEAST_GROUND = 0.06;
  private static final double MOST_GROUND = 0.5;
  private static final double BASELINE = 4;
  private static final double ROUND = 7;

  private final PlotRegion plot;

  /// @param current the nodes of the current text
  /// @param pointed the node under the mouse or the selected one; −1 for none
  record Shown(
      TreePicture picture,
      TreeGeometry geometry,
      BitSet current,
      int pointed,
      int selected,
      boolean focused) {}

  /// The part of the tree in sight.
  record Part(double x, double y, double width, double height) {}

  TreePainter(PlotRegion plot) {
    this.plot = plot;
  }

  void paint(Pen pen, Shown shown, Part part) {
    var rows = shown.picture().rows();
    for (int row = 0; row < rows.size(); row++) {
      paintParting(pen, shown, part, row);
    }
    int from = Math.max(0, shown.geometry().rowAt(part.y()));
    int to = Math.min(rows.size() - 1, shown.geometry().rowAt(part.y() + part.height()) + 1);
    for (int row = from; row <= to; row++) {
      paintRow(pen, shown, part, rows.get(row));
    }
  }

  /// Draws the line from the token where a path parts down to its row.
  private void paintParting(Pen pen, Shown shown, Part part, int row) {
    var geometry = shown.geometry();
    var first = shown.picture().rows().get(row).first();
    int parent = shown.picture().nodes().get(first).parent();
    if (parent < 0) {
      return;
    }
    double top = geometry.middle(parent) - part.y();
    double bottom = geometry.middle(first) - part.y();
    double x = PlotRegion.crisp(geometry.left(first) - TreeGeometry.GAP / 2 - part.x());
    if (bottom < 0 || top > part.height() || x < 0 || x > part.width() + TreeGeometry.GAP) {
      return;
    }
    line(pen, shown.current().get(first));
    pen.strokeLine(x, top, x, bottom);
    pen.strokeLine(geometry.right(parent) - part.x(), top, x, top);
    pen.strokeLine(x, bottom, geometry.left(first) - part.x(), bottom);
  }

  private void line(Pen pen, boolean current) {
    pen.setStroke(plot.paint(current ? Ink.BAR : Ink.FAINT));
    pen.setLineWidth(current ? 2 : 1);
  }

  private void paintRow(Pen pen, Shown shown, Part part, TreePicture.Row row) {
    var geometry = shown.geometry();
    int node = geometry.firstVisible(row, part.x());
    for (; node <= row.last(); node++) {
      if (geometry.left(node) - TreeGeometry.GAP > part.x() + part.width()) {
        return;
      }
      if (node > row.first()) {
        line(pen, shown.current().get(node));
        double y = geometry.middle(node) - part.y();
        pen.strokeLine(geometry.right(node - 1) - part.x(), y, geometry.left(node) - part.x(), y);
      }
      paintToken(pen, shown, part, row, node);
    }
    paintEnd(pen, shown, part, row);
  }

  private void paintToken(Pen pen, Shown shown, Part part, TreePicture.Row row, int node) {
    var geometry = shown.geometry();
    double left = geometry.left(node) - part.x();
    double middle = geometry.middle(node) - part.y();
    double top = middle - TreeGeometry.BOX / 2;
    double width = geometry.boxWidth(node);
    pen.setFill(plot.paint(Ink.CARD));
    pen.fillRoundRect(left, top, width, TreeGeometry.BOX, ROUND);
    pen.setFill(ground(shown.picture().nodes().get(node), row));
    pen.fillRoundRect(left, top, width, TreeGeometry.BOX, ROUND);
    boolean isSelected = node == shown.selected();
    boolean isPointed = node == shown.pointed();
    if (isSelected || isPointed || shown.current().get(node)) {
      pen.setStroke(plot.paint(isSelected ? Ink.TEXT : isPointed ? Ink.SOFT : Ink.BAR));
      pen.setLineWidth(isSelected && shown.focused() ? 2 : 1);
      pen.strokeRoundRect(left, top, width, TreeGeometry.BOX, ROUND);
    }
    pen.setFont(TreePlot.TOKENS);
    geometry
        .label(node)
        .paint(
            pen,
            left + TreeGeometry.PAD,
            middle + BASELINE,
            plot.paint(Ink.TEXT),
            plot.paint(Ink.SOFT));
  }

  /// The colour of the path, the fuller the more probable the token was. The place before the first
  /// token belongs to all paths.
  private Paint ground(TreePicture.Node node, TreePicture.Row row) {
    var ink = plot.paint(node.step() < 0 ? Ink.FAINT : Ink.ofLine(row.colour()));
    double share = LEAST_GROUND + (MOST_GROUND - LEAST_GROUND) * node.probability();
    return ink instanceof Color colour ? colour.deriveColor(0, 1, 1, share) : ink;
  }

  private void paintEnd(Pen pen, Shown shown, Part part, TreePicture.Row row) {
    var geometry = shown.geometry();
    double x = geometry.right(row.last()) + TreeGeometry.GAP - part.x();
    double middle = geometry.middle(row.last()) - part.y();
    pen.setFill(plot.paint(Ink.ofLine(row.colour())));
    pen.fillCircle(x - TreeGeometry.GAP / 2, middle, 3);
    pen.setFont(TreePlot.ENDS);
    pen.setFill(plot.paint(shown.current().get(row.last()) ? Ink.TEXT : Ink.SOFT));
    pen.fillText(row.end(), x, middle + BASELINE);
  }
}
