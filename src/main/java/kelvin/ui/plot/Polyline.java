package kelvin.ui.plot;

import kelvin.ui.plot.placement.Box;

/// A line through points, computed once and drawn many times.
public final class Polyline {

  private final double[] xs;
  private final double[] ys;

  /// Takes ownership of both arrays, which must have the same length and not be empty.
  public Polyline(double[] xs, double[] ys) {
    this.xs = xs;
    this.ys = ys;
  }

  /// The last height of the line.
  public double end() {
    return ys[ys.length - 1];
  }

  /// True if the line runs through a box.
  public boolean crosses(Box box) {
    for (int i = 1; i < xs.length; i++) {
      if (xs[i] >= box.left()
          && xs[i - 1] <= box.right()
          && box.isCrossed(xs[i - 1], ys[i - 1], xs[i], ys[i])) {
        return true;
      }
    }
    return false;
  }

  public void trace(Pen pen) {
    pen.beginPath();
    pen.moveTo(xs[0], ys[0]);
    for (int i = 1; i < xs.length; i++) {
      pen.lineTo(xs[i], ys[i]);
    }
    pen.stroke();
  }

  /// Draws a filled circle at each point.
  public void dot(Pen pen, double radius) {
    for (int i = 0; i < xs.length; i++) {
      pen.fillCircle(xs[i], ys[i], radius);
    }
  }
}
