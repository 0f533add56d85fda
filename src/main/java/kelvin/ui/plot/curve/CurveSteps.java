package kelvin.ui.plot.curve;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import kelvin.distribution.Distribution;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.placement.Box;

/// The pixel columns of a cumulative curve, each with the rank of its step.
final class CurveSteps {

  private final CurveGeometry at;
  private final int[] ranks;

  /// The number of columns whose rank is that of a known token.
  private final int known;

  /// @param lastKnown the last rank whose token is known
  CurveSteps(CurveGeometry at, int lastKnown) {
    this.at = at;
    ranks = new int[(int) Math.floor(at.right() - at.left()) + 1];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = at.rank(at.left() + i);
    }
    known = (int) Arrays.stream(ranks).filter(rank -> rank <= lastKnown).count();
  }

  CurveGeometry geometry() {
    return at;
  }

  /// One height per pixel. On the log axis there is nothing to interpolate between ranks.
  double[] heights(Distribution distribution) {
    return heights(distribution::cumulative);
  }

  /// The same for any mass by rank.
  double[] heights(IntToDoubleFunction mass) {
    var heights = new double[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      heights[i] =
          i > 0 && ranks[i] == ranks[i - 1] ? heights[i - 1] : at.y(mass.applyAsDouble(ranks[i]));
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

  /// Traces the curve as far as its tokens are known.
  void trace(Pen pen, double[] heights) {
    trace(pen, heights, 0, known);
  }

  /// Traces the curve where its tokens are not known.
  void traceUnknown(Pen pen, double[] heights) {
    if (known < heights.length) {
      trace(pen, heights, Math.max(0, known - 1), heights.length);
    }
  }

  private void trace(Pen pen, double[] heights, int from, int to) {
    pen.beginPath();
    for (int i = from; i < to; i++) {
      if (i == from) {
        pen.moveTo(at.left() + i, heights[i]);
      } else if (heights[i] != heights[i - 1] || i == to - 1) {
        pen.lineTo(at.left() + i - 1, heights[i - 1]);
        pen.lineTo(at.left() + i, heights[i]);
      }
    }
    pen.stroke();
  }

  /// Fills what lies between two curves where their tokens are not known.
  void fillUnknown(Pen pen, double[] low, double[] high) {
    int from = Math.max(0, known - 1);
    pen.beginPath();
    pen.moveTo(at.left() + from, low[from]);
    for (int i = from; i < high.length; i++) {
      pen.lineTo(at.left() + i, high[i]);
    }
    for (int i = low.length - 1; i > from; i--) {
      pen.lineTo(at.left() + i, low[i]);
    }
    pen.closePath();
    pen.fill();
  }
}
