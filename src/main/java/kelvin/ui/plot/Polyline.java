package kelvin.ui.plot;

/// A line through points, computed once and drawn many times.
public final class Polyline {

  private final double[] xs;
  private final double[] ys;

  /// Takes ownership of both arrays, which must have the same length and not be empty.
  public Polyline(double[] xs, double[] ys) {
    this.xs = xs;
    this.ys = ys;
  }

  public void trace(Pen pen) {
    pen.beginPath();
    pen.moveTo(xs[0], ys[0]);
    for (int i = 1; i < xs.length; i++) {
      pen.lineTo(xs[i], ys[i]);
    }
    pen.stroke();
  }
}
