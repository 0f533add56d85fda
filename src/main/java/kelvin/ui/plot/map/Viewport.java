package kelvin.ui.plot.map;

/// The part of a map that is shown: the place in the middle, and how much larger than the whole.
///
/// @param x of the middle, in the map's units
/// @param y of the middle, in the map's units
/// @param zoom 1 shows all tokens
public record Viewport(double x, double y, double zoom) {

  /// All tokens.
  public static final Viewport WHOLE = new Viewport(0, 0, 1);

  private static final double MIN_ZOOM = 0.5;
  private static final double MAX_ZOOM = 200;

  public Viewport {
    if (!Double.isFinite(x) || !Double.isFinite(y) || !(zoom > 0)) {
      throw new IllegalArgumentException("no place on a map: " + x + ", " + y + ", " + zoom);
    }
    zoom = Math.clamp(zoom, MIN_ZOOM, MAX_ZOOM);
  }

  /// The same part, larger by a factor, around a place that stays where it is.
  Viewport zoomed(double factor, double atX, double atY) {
    double next = Math.clamp(zoom * factor, MIN_ZOOM, MAX_ZOOM);
    double part = zoom / next;
    return new Viewport(atX + (x - atX) * part, atY + (y - atY) * part, next);
  }

  Viewport moved(double right, double up) {
    return new Viewport(x + right, y + up, zoom);
  }

  /// Places in pixels. Both axes have the same scale, so that distances are true.
  ///
  /// @param middleX of the tokens, in the map's units
  /// @param middleY of the tokens, in the map's units
  /// @param scale pixels for each of the map's units
  record Frame(double left, double top, double middleX, double middleY, double scale) {

    double x(MapPicture.Point place) {
      return left + (place.x() - middleX) * scale;
    }

    double y(MapPicture.Point place) {
      return top - (place.y() - middleY) * scale;
    }

    double mapX(double pixels) {
      return middleX + (pixels - left) / scale;
    }

    double mapY(double pixels) {
      return middleY - (pixels - top) / scale;
    }
  }

  /// The frame in which the whole map fits into a plot.
  ///
  /// @param margins kept free at all sides, in pixels
  Frame frame(MapPicture map, double width, double height, double margins) {
    double minX = 0;
    double maxX = 0;
    double minY = 0;
    double maxY = 0;
    for (var place : map.points()) {
      minX = Math.min(minX, place.x());
      maxX = Math.max(maxX, place.x());
      minY = Math.min(minY, place.y());
      maxY = Math.max(maxY, place.y());
    }
    double across = Math.max(1, width - 2.4 * margins) / Math.max(1e-9, maxX - minX);
    double up = Math.max(1, height - 2 * margins) / Math.max(1e-9, maxY - minY);
    double scale = Math.min(Math.min(across, up), 1e9);
    return new Frame(
        width / 2, height / 2, (minX + maxX) / 2 + x, (minY + maxY) / 2 + y, scale * zoom);
  }
}
