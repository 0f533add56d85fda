package kelvin.ui.plot.map;

import java.util.ArrayList;
import java.util.List;
import kelvin.ui.plot.Pen;

/// A closed line that is drawn around points.
final class Lasso {

  private record Corner(double x, double y) {}

  private final List<Corner> corners = new ArrayList<>();

  void add(double x, double y) {
    corners.add(new Corner(x, y));
  }

  /// True if a line from the point to the right crosses the lasso an odd number of times.
  boolean holds(double x, double y) {
    boolean inside = false;
    for (int i = 0; i < corners.size(); i++) {
      var from = corners.get(i);
      var to = corners.get((i + 1) % corners.size());
      boolean passes = (from.y() > y) != (to.y() > y);
      if (passes && x < from.x() + (y - from.y()) / (to.y() - from.y()) * (to.x() - from.x())) {
        inside = !inside;
      }
    }
    return inside;
  }

  /// Draws the outline, closed.
  void draw(Pen pen) {
    if (corners.size() < 2) {
      return;
    }
    pen.beginPath();
    pen.moveTo(corners.getFirst().x(), corners.getFirst().y());
    corners.stream().skip(1).forEach(corner -> pen.lineTo(corner.x(), corner.y()));
    pen.closePath();
    pen.stroke();
  }
}
