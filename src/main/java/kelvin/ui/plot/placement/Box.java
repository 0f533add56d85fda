package kelvin.ui.plot.placement;

/// A rectangle in a plot, in logical pixels with y pointing down.
public record Box(double left, double top, double right, double bottom) {

  /// The whole of a plot.
  public static Box of(double width, double height) {
    return new Box(0, 0, width, height);
  }

  /// True if the two have a point in common; edges may touch.
  public boolean meets(Box other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  public boolean isWithin(Box outer) {
    return left >= outer.left && right <= outer.right && top >= outer.top && bottom <= outer.bottom;
  }

  /// The same box with this much more on each side.
  public Box grown(double x, double y) {
    return new Box(left - x, top - y, right + x, bottom + y);
  }

  /// True if a straight line runs through the box.
  public boolean isCrossed(double x1, double y1, double x2, double y2) {
    double from = 0;
    double to = 1;
    double[] ways = {x1 - x2, x2 - x1, y1 - y2, y2 - y1};
    double[] rooms = {x1 - left, right - x1, y1 - top, bottom - y1};
    // Liang–Barsky: cuts off what is outside each of the four edges.
    for (int i = 0; i < ways.length; i++) {
      if (ways[i] == 0) {
        if (rooms[i] < 0) {
          return false;
        }
      } else if (ways[i] < 0) {
        from = Math.max(from, rooms[i] / ways[i]);
      } else {
        to = Math.min(to, rooms[i] / ways[i]);
      }
    }
    return from <= to;
  }
}
