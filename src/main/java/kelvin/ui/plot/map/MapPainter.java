package kelvin.ui.plot.map;

import java.util.ArrayList;
import java.util.List;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.PlotRegion.Ink;
import kelvin.ui.plot.placement.Box;
import kelvin.ui.plot.placement.PlacedText;
import kelvin.ui.plot.placement.PlacedText.Spot;
import kelvin.ui.plot.placement.Places;

/// Paints a map of tokens: its axes with their shares, its points, and the texts that find a place.
final class MapPainter {

  /// The room around the tokens, where their texts are, in pixels.
  static final double MARGIN = 44;

  private static final double RADIUS = 3.5;

  private final PlotRegion plot;

  /// The places of the texts, in the order of the points; empty for those without a place.
  private List<PlacedLabel> labels = List.of();

  /// @param marked the points that were selected
  /// @param pointed the point under the mouse or the selected one; −1 for none
  record Shown(
      MapPicture picture,
      Viewport.Frame frame,
      List<Integer> marked,
      int pointed,
      boolean labelled) {

    double x(int point) {
      return frame.x(picture.points().get(point));
    }

    double y(int point) {
      return frame.y(picture.points().get(point));
    }
  }

  private record PlacedLabel(int point, PlacedText text) {}

  MapPainter(PlotRegion plot) {
    this.plot = plot;
  }

  void paint(Pen pen, Shown shown, double width, double height) {
    var places = new Places(Box.of(width, height));
    paintAxes(pen, shown, places, width, height);
    // Texts stay off the points.
    for (int i = 0; i < shown.picture().count(); i++) {
      places.take(around(shown, i));
    }
    labels = place(shown, places);
    paintPoints(pen, shown, width, height);
    for (var label : labels) {
      boolean strong = label.point() == shown.pointed() || shown.marked().contains(label.point());
      pen.setFill(plot.paint(strong ? Ink.TEXT : Ink.SOFT));
      pen.write(label.text());
    }
  }

  private static Box around(Shown shown, int point) {
    double x = shown.x(point);
    double y = shown.y(point);
    return new Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS);
  }

  private void paintAxes(Pen pen, Shown shown, Places places, double width, double height) {
    var frame = shown.frame();
    double zeroX = PlotRegion.crisp(frame.left() - frame.middleX() * frame.scale());
    double zeroY = PlotRegion.crisp(frame.top() + frame.middleY() * frame.scale());
    pen.setStroke(plot.paint(Ink.HAIRLINE));
    pen.setLineWidth(1);
    pen.strokeLine(zeroX, 0, zeroX, height);
    pen.strokeLine(0, zeroY, width, zeroY);
    places.avoidLine(zeroX, 0, zeroX, height);
    places.avoidLine(0, zeroY, width, zeroY);
    pen.setFill(plot.paint(Ink.FAINT));
    var map = shown.picture();
    places
        .place(
            List.of(
                "first axis: " + Numbers.percent(map.firstShare()) + " % of the variance →",
                Numbers.percent(map.firstShare()) + " % →"),
            PlotRegion.SMALL_WORDS,
            List.of(Spot.rightAt(width - 6, height - 6)))
        .ifPresent(pen::write);
    places
        .place(
            List.of(
                "↑ second axis: " + Numbers.percent(map.secondShare()) + " % of the variance",
                "↑ " + Numbers.percent(map.secondShare()) + " %"),
            PlotRegion.SMALL_WORDS,
            List.of(Spot.leftAt(6, 14)))
        .ifPresent(pen::write);
  }

  /// Texts are placed in the order of their importance: the one pointed at, those selected, then in
  /// the order in which they were chosen.
  private static List<PlacedLabel> place(Shown shown, Places places) {
    var order = new ArrayList<Integer>();
    if (shown.pointed() >= 0) {
      order.add(shown.pointed());
    }
    order.addAll(shown.marked());
    if (shown.labelled()) {
      for (int i = 0; i < shown.picture().count(); i++) {
        order.add(i);
      }
    }
    var placed = new ArrayList<PlacedLabel>();
    order.stream()
        .distinct()
        .forEach(
            point -> {
              double x = shown.x(point);
              double y = shown.y(point);
              places
                  .place(
                      shown.picture().points().get(point).label(),
                      PlotRegion.WORDS,
                      List.of(
                          Spot.leftAt(x + 7, y + 4),
                          Spot.rightAt(x - 7, y + 4),
                          Spot.centredAt(x, y - 8),
                          Spot.centredAt(x, y + 17)))
                  .ifPresent(text -> placed.add(new PlacedLabel(point, text)));
            });
    return placed;
  }

  private void paintPoints(Pen pen, Shown shown, double width, double height) {
    for (int i = 0; i < shown.picture().count(); i++) {
      double x = shown.x(i);
      double y = shown.y(i);
      // A pen does not clip.
      if (x < 0 || y < 0 || x > width || y > height) {
        continue;
      }
      boolean isMarked = shown.marked().contains(i);
      pen.setFill(plot.paint(isMarked ? Ink.NUCLEUS : Ink.BAR));
      pen.fillCircle(x, y, isMarked ? RADIUS + 1.5 : RADIUS);
      if (i == shown.pointed()) {
        pen.setStroke(plot.paint(Ink.TEXT));
        pen.setLineWidth(1.5);
        pen.strokeRoundRect(x - 7, y - 7, 14, 14, 14);
      }
    }
  }

  void paintLasso(Pen pen, Lasso lasso) {
    pen.setStroke(plot.paint(Ink.NUCLEUS));
    pen.setLineWidth(1.5);
    pen.setDashes(4, 3);
    lasso.draw(pen);
    pen.setSolid();
  }

  /// The point whose text is at a place, or −1.
  int labelAt(double x, double y) {
    for (var label : labels) {
      if (new Box(x, y, x, y).isWithin(label.text().box())) {
        return label.point();
      }
    }
    return -1;
  }
}
