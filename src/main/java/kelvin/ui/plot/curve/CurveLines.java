package kelvin.ui.plot.curve;

import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.placement.Box;

/// The parts of the cumulative curve that the sliders move, computed once for each change, so that
/// painting only draws.
final class CurveLines {

  private final DistributionPicture picture;
  private final CurveSteps steps;
  private final CurveGeometry at;
  private final double[] scaled;

  /// The greatest mass by column; the same as `scaled` where all tokens are known.
  private final double[] most;

  CurveLines(DistributionPicture picture, CurveSteps steps) {
    this.picture = picture;
    this.steps = steps;
    at = steps.geometry();
    var bounds = picture.bounds();
    if (bounds.isPresent()) {
      scaled = steps.heights(rank -> bounds.get().curve(rank).low());
      most = steps.heights(rank -> bounds.get().curve(rank).high());
    } else {
      scaled = steps.heights(picture.distribution().scaled());
      most = scaled;
    }
  }

  DistributionPicture picture() {
    return picture;
  }

  CurveGeometry geometry() {
    return at;
  }

  /// True if the scaled curve runs through a box.
  boolean crosses(Box box) {
    return steps.crosses(scaled, box);
  }

  void traceScaled(Pen pen) {
    steps.trace(pen, scaled);
  }

  /// Returns whether some of the curve is known only between two bounds.
  boolean isBounded() {
    return picture.bounds().isPresent();
  }

  /// Fills what lies between the bounds of the curve.
  void fillBetweenBounds(Pen pen) {
    steps.fillUnknown(pen, scaled, most);
  }

  /// Traces both bounds of the curve.
  void traceBounds(Pen pen) {
    steps.traceUnknown(pen, scaled);
    steps.traceUnknown(pen, most);
  }

  /// Fills the area under the scaled curve from the first kept token to the last.
  void fillKept(Pen pen) {
    if (!picture.isDrawKnown()) {
      return;
    }
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
