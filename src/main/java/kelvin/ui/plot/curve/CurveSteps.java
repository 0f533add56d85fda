package kelvin.ui.plot.curve;

import kelvin.distribution.Distribution;
import kelvin.ui.plot.Pen;

/// The pixel columns of a cumulative curve, each with the rank of its step.
final class CurveSteps {

  private final CurveGeometry at;
  private final int[] ranks;

  CurveSteps(CurveGeometry at) {
    this.at = at;
    ranks = new int[(int) Math.floor(at.right() - at.left()) + 1];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = at.rank(at.left() + i);
    }
  }

  CurveGeometry geometry() {
    return at;
  }

  /// One height per pixel. On the log axis there is nothing to interpolate between ranks.
  double[] heights(Distribution distribution) {
    var heights = new double[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      heights[i] =
          i > 0 && ranks[i] == ranks[i - 1]
              ? heights[i - 1]
              : at.y(distribution.cumulative(ranks[i]));
    }
    return heights;
  }

  void trace(Pen pen, double[] heights) {
    pen.beginPath();
    for (int i = 0; i < heights.length; i++) {
      if (i == 0) {
        pen.moveTo(at.left(), heights[0]);
      } else if (heights[i] != heights[i - 1] || i == heights.length - 1) {
        pen.lineTo(at.left() + i - 1, heights[i - 1]);
        pen.lineTo(at.left() + i, heights[i]);
      }
    }
    pen.stroke();
  }
}
