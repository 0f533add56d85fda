package kelvin.ui.plot.map;

import java.util.List;
import java.util.Locale;
import kelvin.ui.control.Numbers;

/// The tokens of a map at their places.
///
/// @param firstShare the share of the variance along x, 0..1
/// @param secondShare the share of the variance along y, 0..1
public record MapPicture(List<Point> points, double firstShare, double secondShare) {

  public static final MapPicture EMPTY = new MapPicture(List.of(), 0, 0);

  /// A token at its place.
  ///
  /// @param label its visible text
  /// @param text its exact text, for files
  public record Point(int id, double x, double y, String label, String text) {}

  public MapPicture {
    points = List.copyOf(points);
  }

  public int count() {
    return points.size();
  }

  public boolean isEmpty() {
    return points.isEmpty();
  }

  /// The text about a token.
  String words(int index) {
    var point = points.get(index);
    return String.format(
        Locale.ROOT,
        "%s   id %d   x %.3f   y %.3f",
        point.label(),
        point.id(),
        point.x(),
        point.y());
  }

  /// The shares of the two axes in a sentence.
  public String shares() {
    return "The axes show "
        + Numbers.percent(firstShare + secondShare)
        + " % of the variance: "
        + Numbers.percent(firstShare)
        + " % across, "
        + Numbers.percent(secondShare)
        + " % up.";
  }

  /// The description of the whole map for screen readers.
  String summary() {
    return isEmpty()
        ? "Map without tokens."
        : "Map of "
            + Numbers.tokens(count())
            + ". "
            + shares()
            + " Arrow keys go from token to token.";
  }
}
