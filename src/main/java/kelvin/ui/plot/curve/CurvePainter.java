package kelvin.ui.plot.curve;

import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.PlotRegion.Ink;
import kelvin.ui.plot.placement.Box;
import kelvin.ui.plot.placement.PlacedText;
import org.jspecify.annotations.Nullable;

/// Paints `CumulativeCurve`. All texts and lines are ready, so painting allocates nothing.
final class CurvePainter {

  private static final double HANDLE = 5;
  private static final double SHADE = 0.13;
  private final PlotRegion region;

  /// The line of top-p.
  ///
  /// @param active whether it has the focus or is dragged
  record TopPLine(double p, boolean active) {

    double alpha() {
      return p < 1 || active ? 1 : 0.55;
    }
  }

  /// The text about the point under the mouse.
  ///
  /// @param numbers the rank and the mass, in words
  record Hover(int rank, String token, String numbers) {

    static final Hover NONE = new Hover(0, "", "");

    String label() {
      return token + numbers;
    }
  }

  CurvePainter(PlotRegion region) {
    this.region = region;
  }

  /// Paints the parts that no slider moves.
  void paintGround(Pen pen, CurveGround ground) {
    paintAxes(pen, ground);
    if (ground.hasGhost()) {
      pen.setStroke(region.paint(Ink.GHOST));
      pen.setLineWidth(1.4);
      ground.traceGhost(pen);
    }
    pen.setStroke(region.paint(Ink.OUTLINE));
    pen.setLineWidth(1.2);
    pen.setDashes(3, 3);
    ground.traceOwn(pen);
    pen.setSolid();
  }

  /// @param over the text about a point, which may stand on other labels; null for none
  void paint(
      Pen pen, CurveLines lines, CurveLabels labels, TopPLine topP, @Nullable PlacedText over) {
    pen.setGlobalAlpha(SHADE);
    pen.setFill(region.paint(Ink.BAR));
    lines.fillKept(pen);
    pen.setGlobalAlpha(1);
    if (lines.isBounded()) {
      paintBounds(pen, lines);
    }
    pen.setStroke(region.paint(Ink.BAR));
    pen.setLineWidth(2);
    lines.traceScaled(pen);
    paintCut(pen, lines);
    paintNeedle(pen, lines);
    paintTopP(pen, lines.geometry(), topP);
    write(pen, labels.kept().orElse(null), over, Ink.NUCLEUS);
    write(pen, labels.draw().orElse(null), over, Ink.TEXT);
    pen.setGlobalAlpha(topP.alpha());
    write(pen, labels.handle().orElse(null), over, Ink.NUCLEUS);
    pen.setGlobalAlpha(1);
  }

  /// Beyond the tokens that a server lists the curve lies somewhere between two bounds.
  private void paintBounds(Pen pen, CurveLines lines) {
    pen.setGlobalAlpha(SHADE);
    pen.setFill(region.paint(Ink.TAIL));
    lines.fillBetweenBounds(pen);
    pen.setGlobalAlpha(1);
    pen.setStroke(region.paint(Ink.TAIL));
    pen.setLineWidth(1.2);
    pen.setDashes(1, 3);
    lines.traceBounds(pen);
    pen.setSolid();
  }

  private void write(Pen pen, @Nullable PlacedText label, @Nullable PlacedText over, Ink ink) {
    if (label == null || (over != null && label.box().meets(over.box()))) {
      return;
    }
    if (label.struck()) {
      patch(pen, label.box());
    }
    pen.setFill(region.paint(ink));
    pen.write(label);
  }

  /// Dims the lines behind a label that found no place without lines.
  private void patch(Pen pen, Box box) {
    pen.setFill(region.paint(Ink.CARD));
    double alpha = 0.8;
    pen.setGlobalAlpha(alpha);
    pen.fillRoundRect(
        box.left() - 2, box.top(), box.right() - box.left() + 4, box.bottom() - box.top(), 6);
    pen.setGlobalAlpha(1);
  }

  private void paintAxes(Pen pen, CurveGround ground) {
    var at = ground.steps().geometry();
    pen.setFont(PlotRegion.SMALL_NUMBERS);
    pen.setLineWidth(1);
    pen.setStroke(region.paint(Ink.HAIRLINE));
    pen.setFill(region.paint(Ink.FAINT));
    for (int i = 0; i < ground.masses().size(); i++) {
      double y = PlotRegion.crisp(at.y(ground.masses().get(i)));
      pen.strokeLine(at.left(), y, at.right(), y);
    }
    for (int i = 0; i < ground.ranks().size(); i++) {
      double x = PlotRegion.crisp(ground.ranks().get(i));
      pen.strokeLine(x, at.bottom(), x, at.bottom() + 4);
    }
    for (int i = 0; i < ground.labels().size(); i++) {
      pen.write(ground.labels().get(i));
    }
  }

  private void paintCut(Pen pen, CurveLines lines) {
    var at = lines.geometry();
    if (!lines.picture().isCut()) {
      return;
    }
    double x = PlotRegion.crisp(at.x(lines.picture().lastKept()));
    pen.setStroke(region.paint(Ink.NUCLEUS));
    pen.setLineWidth(1);
    pen.setDashes(1, 2);
    pen.strokeLine(x, at.top(), x, at.bottom());
    pen.setSolid();
  }

  /// Paints the needle from the axis at u to the curve at the token that it selects.
  private void paintNeedle(Pen pen, CurveLines lines) {
    var picture = lines.picture();
    if (picture.mark().u().isEmpty() || picture.mark().rank().isEmpty()) {
      return;
    }
    var at = lines.geometry();
    double y = PlotRegion.crisp(at.y(picture.heightOfDraw()));
    double tip = Math.max(at.x(picture.mark().rank().getAsInt()), at.left() + 10);
    pen.setStroke(region.paint(Ink.DRAW));
    pen.setFill(region.paint(Ink.DRAW));
    pen.setLineWidth(1.2);
    pen.strokeLine(at.left(), y, tip - 4, y);
    pen.beginPath();
    pen.moveTo(tip, y);
    pen.lineTo(tip - 7, y - 3.5);
    pen.lineTo(tip - 7, y + 3.5);
    pen.closePath();
    pen.fill();
  }

  private void paintTopP(Pen pen, CurveGeometry at, TopPLine topP) {
    double y = PlotRegion.crisp(at.y(topP.p()));
    pen.setGlobalAlpha(topP.alpha());
    pen.setStroke(region.paint(Ink.NUCLEUS));
    pen.setLineWidth(1.2);
    pen.strokeLine(at.left(), y, at.right(), y);
    pen.setFill(region.paint(Ink.NUCLEUS));
    pen.fillCircle(at.right(), y, topP.active() ? HANDLE + 1.5 : HANDLE);
    pen.setGlobalAlpha(1);
  }

  /// Paints a point on the curve with its text.
  void paintHover(Pen pen, double x, double y, @Nullable PlacedText text) {
    pen.setFill(region.paint(Ink.TEXT));
    pen.fillCircle(x, y, 3);
    write(pen, text, null, Ink.TEXT);
  }
}
