package kelvin.ui.plot.curve;

import kelvin.distribution.Distribution;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.placement.Box;

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

  /// True if the curve runs through a box.
  boolean crosses(double[] heights, Box box) {
    int from = Math.max(0, (int) Math.floor(box.left() - at.left()));
    int to = Math.min(heights.length - 1, (int) Math.ceil(box.right() - at.left()));
    for (int i = from; i <= to; i++) {
      // A step between two columns is drawn as well.
      double before = heights[Math.max(0, i - 1)];
      double high = Math.min(before, heights[i]);
      double low = Math.max(before, heights[i]);
      if (high < box.bottom() && low > box.top()) {
        return true;
      }
    }
    return false;
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
