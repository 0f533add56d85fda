package kelvin.ui.plot.curve;

import java.util.Locale;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Pen;

/// The parts of the cumulative curve that the sliders move, computed once for each change, so that
/// painting only draws.
final class CurveLines {

  private final DistributionPicture picture;
  private final CurveSteps steps;
  private final CurveGeometry at;
  private final double[] scaled;
  private final String kept;
  private final String draw;

  CurveLines(DistributionPicture picture, CurveSteps steps) {
    this.picture = picture;
    this.steps = steps;
    at = steps.geometry();
    scaled = steps.heights(picture.distribution().scaled());
    var distribution = picture.distribution();
    kept =
        "kept "
            + Numbers.count(distribution.keptCount())
            + " of "
            + Numbers.count(picture.count())
            + ", "
            + Numbers.cumulativePercent(distribution.keptMass())
            + " %";
    draw = picture.mark().u().isEmpty() ? "" : drawLabel(picture);
  }

  private static String drawLabel(DistributionPicture picture) {
    var u = String.format(Locale.ROOT, "u %.3f", picture.mark().u().orElseThrow());
    return picture.mark().rank().isEmpty()
        ? u
        : u + " " + shortened(picture.textAtRank(picture.mark().rank().getAsInt()));
  }

  private static String shortened(String token) {
    int length = Math.min(12, token.codePointCount(0, token.length()));
    int end = token.offsetByCodePoints(0, length);
    return end < token.length() ? token.substring(0, end) + "…" : token;
  }

  DistributionPicture picture() {
    return picture;
  }

  CurveGeometry geometry() {
    return at;
  }

  /// For example `kept 14 of 4,096, 90.1 %`.
  String kept() {
    return kept;
  }

  /// The random number that decides the draw and the token that it selects, or empty.
  String draw() {
    return draw;
  }

  void traceScaled(Pen pen) {
    steps.trace(pen, scaled);
  }

  /// Fills the area under the scaled curve from the first kept token to the last.
  void fillKept(Pen pen) {
    int first = picture.distribution().survivors().first();
    int last = picture.lastKept();
    double start = first == 1 ? at.left() : at.x(first);
    double end = at.x(last);
    pen.beginPath();
    pen.moveTo(start, at.bottom());
    for (int i = (int) Math.ceil(start - at.left()); i < scaled.length; i++) {
      if (at.left() + i >= end) {
        break;
      }
      pen.lineTo(at.left() + i, scaled[i]);
    }
    pen.lineTo(end, at.y(picture.distribution().scaled().cumulative(last)));
    pen.lineTo(end, at.bottom());
    pen.closePath();
    pen.fill();
  }
}
