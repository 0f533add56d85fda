package kelvin.ui.plot.sweep;

import java.util.Comparator;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import kelvin.ui.plot.Pen;

/// Curves whose points can be chosen one by one. Left and right go along a curve, up and down to
/// the next curve above or below.
///
/// Points are numbered curve after curve.
public final class CurvesPlot extends ShotsPlot {

  private static final double REACH = 24;
  private static final double RING = 7;

  private int columns() {
    var lines = picture().lines();
    return lines.isEmpty() ? 0 : lines.getFirst().points().size();
  }

  /// The number of curves.
  public int lines() {
    return picture().lines().size();
  }

  /// The place of a point's curve among all.
  public int lineOf(int point) {
    return point / columns();
  }

  /// The place of a point on its curve.
  public int columnOf(int point) {
    return point % columns();
  }

  private double value(int point) {
    return picture().lines().get(lineOf(point)).points().get(columnOf(point)).centre();
  }

  private boolean isThere(int point) {
    return Double.isFinite(value(point));
  }

  @Override
  protected int count() {
    return picture().lines().size() * columns();
  }

  @Override
  protected int pointAt(double x, double y) {
    if (count() == 0) {
      return -1;
    }
    var at = layout(getWidth(), getHeight());
    return IntStream.range(0, count())
        .filter(this::isThere)
        .filter(point -> distance(at, point, x, y) < REACH)
        .boxed()
        .min(Comparator.comparingDouble(point -> distance(at, point, x, y)))
        .orElse(-1);
  }

  private double distance(ShotsLayout at, int point, double x, double y) {
    return Math.hypot(at.x(columnOf(point)) - x, at.y(value(point)) - y);
  }

  @Override
  protected int next(int now, KeyCode arrow) {
    if (now < 0) {
      return IntStream.range(0, count()).filter(this::isThere).findFirst().orElse(0);
    }
    return switch (arrow) {
      case RIGHT -> along(now, 1);
      case LEFT -> along(now, -1);
      case UP -> beside(now, 1);
      default -> beside(now, -1);
    };
  }

  /// The next point on the curve that is there; the same one at its end.
  private int along(int now, int step) {
    int column = columnOf(now) + step;
    while (column >= 0 && column < columns()) {
      int point = lineOf(now) * columns() + column;
      if (isThere(point)) {
        return point;
      }
      column += step;
    }
    return now;
  }

  /// The nearest point above or below; of equal ones the next curve, so that all are reached.
  ///
  /// @param way 1 for greater values, −1 for smaller ones
  private int beside(int now, int way) {
    var order =
        Comparator.comparingDouble((Integer point) -> way * value(point))
            .thenComparingInt(point -> way * point);
    return IntStream.range(0, picture().lines().size())
        .map(line -> line * columns() + columnOf(now))
        .filter(this::isThere)
        .boxed()
        .filter(point -> order.compare(point, now) > 0)
        .min(order)
        .orElse(now);
  }

  @Override
  protected String wordsOf(int point) {
    var line = picture().lines().get(lineOf(point));
    var at = line.points().get(columnOf(point));
    var name = line.name() + ", " + picture().words(at.shots()) + ": ";
    return name + (isThere(point) ? picture().words(at) : "not measured");
  }

  @Override
  void paintPointed(Pen pen, ShotsLayout at, int point) {
    if (point >= 0 && isThere(point)) {
      double x = at.x(columnOf(point));
      double y = at.y(value(point));
      pen.setFill(paint(Ink.ofLine(lineOf(point))));
      pen.fillCircle(x, y, 5);
      pen.setStroke(paint(Ink.OUTLINE));
      pen.setLineWidth(1.5);
      pen.strokeRoundRect(x - RING, y - RING, 2 * RING, 2 * RING, 2 * RING);
    }
  }
}
