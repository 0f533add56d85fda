package kelvin.ui.plot.curve;

import java.util.List;
import javafx.scene.text.TextAlignment;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.PlotRegion.Ink;

/// Paints `CumulativeCurve`. All texts and lines are ready, so painting allocates nothing.
final class CurvePainter {

  private static final double HANDLE = 5;
  private static final double SHADE = 0.13;
  private static final double KEPT_LABEL_WIDTH = 200;

  /// The width of a character in the small number font.
  private static final double LABEL_ADVANCE = 6.6;

  private static final List<Double> MASSES = List.of(0.0, 0.5, 1.0);
  private static final List<String> MASS_LABELS = List.of("0", "0.5", "1");

  private final PlotRegion region;

  /// The text about the point under the mouse.
  record Hover(int rank, String label) {

    static final Hover NONE = new Hover(0, "");
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

  /// @param handle the text beside the p line, such as `p 0.90`
  void paint(Pen pen, CurveLines lines, double topP, String handle, boolean active) {
    pen.setGlobalAlpha(SHADE);
    pen.setFill(region.paint(Ink.BAR));
    lines.fillKept(pen);
    pen.setGlobalAlpha(1);
    pen.setStroke(region.paint(Ink.BAR));
    pen.setLineWidth(2);
    lines.traceScaled(pen);
    paintCut(pen, lines);
    paintNeedle(pen, lines);
    paintTopP(pen, lines.geometry(), topP, handle, active);
  }

  private void paintAxes(Pen pen, CurveGround ground) {
    var at = ground.steps().geometry();
    pen.setFont(PlotRegion.SMALL_NUMBERS);
    pen.setLineWidth(1);
    pen.setStroke(region.paint(Ink.HAIRLINE));
    pen.setFill(region.paint(Ink.FAINT));
    for (int i = 0; i < MASSES.size(); i++) {
      double y = PlotRegion.crisp(at.y(MASSES.get(i)));
      pen.strokeLine(at.left(), y, at.right(), y);
      text(pen, MASS_LABELS.get(i), at.left() - 8, y + 4, TextAlignment.RIGHT);
    }
    var ticks = ground.ticks();
    for (int i = 0; i < ticks.size(); i++) {
      double x = PlotRegion.crisp(ticks.get(i).x());
      pen.strokeLine(x, at.bottom(), x, at.bottom() + 4);
      text(pen, ticks.get(i).label(), ticks.get(i).x(), at.bottom() + 16, TextAlignment.CENTER);
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
    pen.setFont(PlotRegion.SMALL_WORDS);
    pen.setFill(region.paint(Ink.NUCLEUS));
    // The label is placed on the side where it fits; it may extend into the right margin.
    boolean onRight = x + KEPT_LABEL_WIDTH < region.getWidth();
    text(
        pen,
        lines.kept(),
        onRight ? x + 7 : x - 7,
        at.bottom() - 8,
        onRight ? TextAlignment.LEFT : TextAlignment.RIGHT);
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
    // To the right of its tip, the needle's label is below the curve, where the plot is empty.
    double labelY = Math.min(y + 4, at.bottom() - 4);
    double length = lines.draw().length() * LABEL_ADVANCE + 12;
    // In a narrow plot the label is placed on the side with more room.
    boolean onRight = tip + length < at.right() || at.right() - tip > tip - at.left();
    paintLabel(pen, lines.draw(), onRight ? tip + 7 : tip - 12, labelY, onRight);
  }

  private void paintTopP(Pen pen, CurveGeometry at, double topP, String handle, boolean active) {
    double y = PlotRegion.crisp(at.y(topP));
    pen.setGlobalAlpha(topP < 1 || active ? 1 : 0.55);
    pen.setStroke(region.paint(Ink.NUCLEUS));
    pen.setLineWidth(1.2);
    pen.strokeLine(at.left(), y, at.right(), y);
    pen.setFill(region.paint(Ink.NUCLEUS));
    pen.fillCircle(at.right(), y, active ? HANDLE + 1.5 : HANDLE);
    pen.setFont(PlotRegion.SMALL_NUMBERS);
    text(pen, handle, at.right() + 11, y + 4, TextAlignment.LEFT);
    pen.setGlobalAlpha(1);
  }

  /// Paints a point on the curve with its text.
  void paintHover(Pen pen, CurveLines lines, Hover hover) {
    var at = lines.geometry();
    double x = at.x(hover.rank());
    double y = at.y(lines.picture().distribution().scaled().cumulative(hover.rank()));
    pen.setFill(region.paint(Ink.TEXT));
    pen.fillCircle(x, y, 3);
    boolean onRight = x + hover.label().length() * LABEL_ADVANCE + 16 < region.getWidth();
    double baseline = Math.clamp(y + 18, at.top() + 14, at.bottom() - 24);
    paintLabel(pen, hover.label(), onRight ? x + 10 : x - 10, baseline, onRight);
  }

  /// Paints a label on a patch of the background colour, so that no line runs through it.
  private void paintLabel(Pen pen, String label, double x, double baseline, boolean onRight) {
    double width = label.length() * LABEL_ADVANCE + 6;
    pen.setFill(region.paint(Ink.CARD));
    pen.setGlobalAlpha(0.85);
    pen.fillRoundRect(onRight ? x - 3 : x - width + 3, baseline - 11, width, 15, 6);
    pen.setGlobalAlpha(1);
    pen.setFont(PlotRegion.SMALL_NUMBERS);
    pen.setFill(region.paint(Ink.TEXT));
    text(pen, label, x, baseline, onRight ? TextAlignment.LEFT : TextAlignment.RIGHT);
  }

  private static void text(Pen pen, String text, double x, double y, TextAlignment alignment) {
    pen.setTextAlign(alignment);
    pen.fillText(text, x, y);
    pen.setTextAlign(TextAlignment.LEFT);
  }
}
