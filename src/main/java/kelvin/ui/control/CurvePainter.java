package kelvin.ui.control;

import java.util.Locale;
import javafx.scene.text.TextAlignment;
import kelvin.distribution.Distribution;
import kelvin.ui.control.PlotRegion.Ink;

/// Paints `CumulativeCurve`.
final class CurvePainter {

  private static final double HANDLE = 5;
  private static final double SHADE = 0.13;
  private static final double KEPT_LABEL_WIDTH = 200;

  /// The width of a character of the small number font.
  private static final double LABEL_ADVANCE = 6.6;

  private final PlotRegion region;
  private final Pen graphics;
  private final DistributionPicture picture;
  private final CurveGeometry at;

  CurvePainter(
      PlotRegion region, Pen graphics, DistributionPicture picture, CurveGeometry geometry) {
    this.region = region;
    this.graphics = graphics;
    this.picture = picture;
    at = geometry;
  }

  void paint(double topP, double hoverX, boolean active) {
    paintAxes();
    shadeKept();
    graphics.setDashes(3, 3);
    stroke(picture.own(), Ink.OUTLINE, 1.2);
    graphics.setSolid();
    stroke(picture.distribution().scaled(), Ink.BAR, 2);
    paintCut();
    paintNeedle();
    paintTopP(topP, active);
    if (hoverX >= at.left() && hoverX <= at.right()) {
      paintHover(at.rank(hoverX));
    }
  }

  private void paintAxes() {
    graphics.setFont(PlotRegion.SMALL_NUMBERS);
    graphics.setLineWidth(1);
    for (double mass : new double[] {0, 0.5, 1}) {
      double y = PlotRegion.crisp(at.y(mass));
      graphics.setStroke(region.paint(Ink.HAIRLINE));
      graphics.strokeLine(at.left(), y, at.right(), y);
      graphics.setFill(region.paint(Ink.FAINT));
      text(mass == 0.5 ? "0.5" : mass == 0 ? "0" : "1", at.left() - 8, y + 4, TextAlignment.RIGHT);
    }
    double labelY = at.bottom() + 16;
    double lastX = at.x(at.count());
    for (int rank = 1; rank < at.count(); rank *= 10) {
      double x = at.x(rank);
      // The last rank has its own label; a power of ten too close to it would touch it.
      if (lastX - x > 56) {
        tick(x);
        text(Numbers.count(rank), x, labelY, TextAlignment.CENTER);
      }
    }
    tick(lastX);
    text(Numbers.count(at.count()), lastX, labelY, TextAlignment.CENTER);
  }

  private void tick(double x) {
    graphics.strokeLine(PlotRegion.crisp(x), at.bottom(), PlotRegion.crisp(x), at.bottom() + 4);
  }

  private void shadeKept() {
    int kept = picture.lastKept();
    int first = picture.distribution().survivors().first();
    var scaled = picture.distribution().scaled();
    graphics.setGlobalAlpha(SHADE);
    graphics.setFill(region.paint(Ink.BAR));
    graphics.beginPath();
    graphics.moveTo(at.x(first), at.bottom());
    double end = at.x(kept);
    for (double x = at.x(first); x < end; x++) {
      graphics.lineTo(x, at.y(scaled.cumulative(at.rank(x))));
    }
    graphics.lineTo(end, at.y(scaled.cumulative(kept)));
    graphics.lineTo(end, at.bottom());
    graphics.closePath();
    graphics.fill();
    graphics.setGlobalAlpha(1);
  }

  /// One point per pixel: between ranks the log axis has nothing to interpolate.
  private void stroke(Distribution distribution, Ink ink, double width) {
    graphics.setStroke(region.paint(ink));
    graphics.setLineWidth(width);
    graphics.beginPath();
    graphics.moveTo(at.left(), at.y(distribution.cumulative(1)));
    for (double x = at.left() + 1; x <= at.right(); x++) {
      graphics.lineTo(x, at.y(distribution.cumulative(at.rank(x))));
    }
    graphics.stroke();
  }

  private void paintCut() {
    var distribution = picture.distribution();
    int kept = picture.lastKept();
    if (kept == picture.count()) {
      return;
    }
    double x = PlotRegion.crisp(at.x(kept));
    graphics.setStroke(region.paint(Ink.NUCLEUS));
    graphics.setLineWidth(1);
    graphics.setDashes(1, 2);
    graphics.strokeLine(x, at.top(), x, at.bottom());
    graphics.setSolid();
    graphics.setFont(PlotRegion.SMALL_WORDS);
    graphics.setFill(region.paint(Ink.NUCLEUS));
    // The label stands on the side where it fits; the margin on the right may be used too.
    boolean onRight = x + KEPT_LABEL_WIDTH < region.getWidth();
    text(
        String.format(
            Locale.ROOT,
            "kept %s of %s, %s %%",
            Numbers.count(distribution.keptCount()),
            Numbers.count(picture.count()),
            Numbers.cumulativePercent(distribution.keptMass())),
        onRight ? x + 7 : x - 7,
        at.bottom() - 8,
        onRight ? TextAlignment.LEFT : TextAlignment.RIGHT);
  }

  /// From the axis at u to the curve at the token that it hits.
  private void paintNeedle() {
    if (picture.u().isEmpty() || picture.markedRank().isEmpty()) {
      return;
    }
    var distribution = picture.distribution();
    double y = PlotRegion.crisp(at.y(picture.u().getAsDouble() * distribution.keptMass()));
    double tip = Math.max(at.x(picture.markedRank().getAsInt()), at.left() + 10);
    graphics.setStroke(region.paint(Ink.DRAW));
    graphics.setFill(region.paint(Ink.DRAW));
    graphics.setLineWidth(1.2);
    graphics.strokeLine(at.left(), y, tip - 4, y);
    graphics.beginPath();
    graphics.moveTo(tip, y);
    graphics.lineTo(tip - 7, y - 3.5);
    graphics.lineTo(tip - 7, y + 3.5);
    graphics.closePath();
    graphics.fill();
    graphics.setFont(PlotRegion.SMALL_NUMBERS);
    // Right of its tip the needle's label is under the curve, where nothing else is written.
    var label = String.format(Locale.ROOT, "u %.3f", picture.u().getAsDouble());
    double labelY = Math.min(y + 4, at.bottom() - 4);
    double width = label.length() * LABEL_ADVANCE;
    graphics.setFill(region.paint(Ink.CARD));
    graphics.setGlobalAlpha(0.85);
    graphics.fillRoundRect(tip + 4, labelY - 11, width + 6, 15, 6);
    graphics.setGlobalAlpha(1);
    graphics.setFill(region.paint(Ink.DRAW));
    text(label, tip + 7, labelY, TextAlignment.LEFT);
  }

  private void paintTopP(double topP, boolean active) {
    double y = PlotRegion.crisp(at.y(topP));
    boolean on = topP < 1;
    graphics.setGlobalAlpha(on || active ? 1 : 0.55);
    graphics.setStroke(region.paint(Ink.NUCLEUS));
    graphics.setLineWidth(1.2);
    graphics.strokeLine(at.left(), y, at.right(), y);
    graphics.setFill(region.paint(Ink.NUCLEUS));
    double radius = active ? HANDLE + 1.5 : HANDLE;
    graphics.fillCircle(at.right(), y, radius);
    graphics.setFont(PlotRegion.SMALL_NUMBERS);
    text(on ? "p " + trimmed(topP) : "p off", at.right() + 11, y + 4, TextAlignment.LEFT);
    graphics.setGlobalAlpha(1);
  }

  private static String trimmed(double topP) {
    var text = String.format(Locale.ROOT, "%.3f", topP);
    return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
  }

  private void paintHover(int rank) {
    var scaled = picture.distribution().scaled();
    double x = at.x(rank);
    double y = at.y(scaled.cumulative(rank));
    graphics.setFill(region.paint(Ink.TEXT));
    graphics.fillCircle(x, y, 3);
    graphics.setFont(PlotRegion.SMALL_NUMBERS);
    boolean roomRight = x + 200 < at.right();
    text(
        picture.textAtRank(rank)
            + "  rank "
            + Numbers.count(rank)
            + "  Σ "
            + Numbers.cumulativePercent(scaled.cumulative(rank))
            + " %",
        roomRight ? x + 8 : x - 8,
        Math.min(at.bottom() - 24, y + 16),
        roomRight ? TextAlignment.LEFT : TextAlignment.RIGHT);
  }

  private void text(String text, double x, double y, TextAlignment alignment) {
    graphics.setTextAlign(alignment);
    graphics.fillText(text, x, y);
    graphics.setTextAlign(TextAlignment.LEFT);
  }
}
