package kelvin.ui.plot.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import javafx.scene.text.Font;
import kelvin.display.ProbabilityScale;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PointPlot;
import kelvin.ui.plot.axis.ValueAxis;
import kelvin.ui.plot.placement.Box;
import kelvin.ui.plot.placement.PlacedText.Spot;
import kelvin.ui.plot.placement.Places;
import kelvin.ui.plot.placement.TextSize;
import kelvin.ui.plot.sweep.DotPicture.Row;

/// Dots along an axis of values. Dots that would overlap are stacked, so that none is hidden and
/// the stack shows how many there are.
public final class DotPlot extends PointPlot {

  private static final double RADIUS = 3.5;
  private static final double PITCH = 8;
  private static final double TOP = 22;
  private static final double BOTTOM = 24;
  private static final double REACH = 12;
  private static final double MARK_ROOM = 18;

  private DotPicture picture = new DotPicture("", ProbabilityScale.LINEAR, List.of());
  private List<Place> places = List.of();
  private double placedWidth = -1;
  private double placedHeight = -1;

  /// The centre of a dot.
  private record Place(double x, double y) {}

  public DotPlot() {
    super("dot-plot");
    setMinSize(280, 150);
    setPrefSize(640, 260);
    pointsChanged();
  }

  public void show(DotPicture shown) {
    picture = shown;
    placedWidth = -1;
    double rows = Math.max(1, shown.rows().size());
    setMinHeight(Math.max(150, TOP + BOTTOM + rows * 34));
    pointsChanged();
  }

  @Override
  protected int count() {
    return picture.dots().size();
  }

  @Override
  protected int pointAt(double x, double y) {
    place(getWidth(), getHeight());
    int nearest = -1;
    double minDistance = REACH;
    for (int i = 0; i < places.size(); i++) {
      double distance = Math.hypot(places.get(i).x() - x, places.get(i).y() - y);
      if (distance < minDistance) {
        minDistance = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  @Override
  protected String wordsOf(int point) {
    return picture.dots().get(point).words();
  }

  @Override
  protected String summary() {
    return count() == 0 ? "no dots" : picture.summary();
  }

  private double left(double width) {
    double names =
        picture.rows().stream()
            .mapToDouble(row -> TextSize.width(row.name(), SMALL_WORDS))
            .max()
            .orElse(0);
    return names == 0 ? 16 : Math.min(width * 0.3, names + 20);
  }

  private static double right(double width) {
    return width - 24;
  }

  private ValueAxis axis() {
    return ValueAxis.around(
        picture.scale(), picture.dots().stream().map(DotPicture.Dot::value).toList());
  }

  private double rowHeight(double height) {
    return (height - TOP - BOTTOM) / Math.max(1, picture.rows().size());
  }

  private double centre(int row, double height) {
    return TOP + (row + 0.5) * rowHeight(height);
  }

  private double x(double value, double width) {
    double share = axis().share(value);
    return left(width) + share * (right(width) - left(width));
  }

  /// Stacks the dots of each row up and down from its middle.
  private void place(double width, double height) {
    if (width == placedWidth && height == placedHeight) {
      return;
    }
    var all = new ArrayList<Place>();
    for (int row = 0; row < picture.rows().size(); row++) {
      all.addAll(placed(picture.rows().get(row), centre(row, height), width, height));
    }
    places = List.copyOf(all);
    placedWidth = width;
    placedHeight = height;
  }

  private List<Place> placed(Row row, double centre, double width, double height) {
    var columns = new HashMap<Long, Integer>();
    for (var dot : row.dots()) {
      columns.merge(column(dot.value(), width), 1, Integer::sum);
    }
    int highest = columns.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    double room = rowHeight(height) - 2 * MARK_ROOM;
    double pitch = Math.min(PITCH, Math.max(1, room / Math.max(1, highest - 1)));
    var used = new HashMap<Long, Integer>();
    var result = new ArrayList<Place>();
    for (var dot : row.dots()) {
      long column = column(dot.value(), width);
      int level = used.merge(column, 1, Integer::sum) - 1;
      double offset = (level % 2 == 0 ? 1 : -1) * ((level + 1) / 2) * pitch;
      result.add(new Place(x(dot.value(), width), centre + offset));
    }
    return result;
  }

  private long column(double value, double width) {
    return Math.round(x(value, width) / PITCH);
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    if (count() == 0) {
      return;
    }
    place(width, height);
    paintAxes(pen, width, height);
    int dot = 0;
    for (int row = 0; row < picture.rows().size(); row++) {
      var shown = picture.rows().get(row);
      paintMean(pen, shown, row, width, height);
      for (var _ : shown.dots()) {
        paintDot(pen, dot);
        dot++;
      }
    }
    paintLabels(pen, width, height);
    int pointed = pointed();
    if (pointed >= 0) {
      var at = places.get(pointed);
      pen.setStroke(paint(Ink.TEXT));
      pen.setLineWidth(1.5);
      double d = 2 * RADIUS + 5;
      pen.strokeRoundRect(at.x() - d / 2, at.y() - d / 2, d, d, d);
    }
  }

  private void paintAxes(Pen pen, double width, double height) {
    pen.setLineWidth(1);
    pen.setStroke(paint(Ink.HAIRLINE));
    for (var tick : axis().ticks()) {
      double x = crisp(x(tick, width));
      pen.strokeLine(x, TOP, x, height - BOTTOM);
    }
  }

  private void paintMean(Pen pen, Row row, int index, double width, double height) {
    if (row.dots().size() < 2) {
      return;
    }
    double x = crisp(x(row.mean(), width));
    double half = Math.min(rowHeight(height) / 2 - 2, 90);
    double centre = centre(index, height);
    pen.setStroke(paint(Ink.NUCLEUS));
    pen.setLineWidth(1.5);
    pen.strokeLine(x, centre - half, x, centre + half);
  }

  private void paintDot(Pen pen, int dot) {
    var at = places.get(dot);
    boolean marked = !picture.dots().get(dot).mark().isEmpty();
    pen.setFill(paint(Ink.BAR));
    pen.setGlobalAlpha(marked ? 1 : 0.55);
    pen.fillCircle(at.x(), at.y(), marked ? RADIUS + 1.5 : RADIUS);
    pen.setGlobalAlpha(1);
  }

  /// Paints the labels: rows and axis first, then the marked dots, then the means.
  private void paintLabels(Pen pen, double width, double height) {
    var labels = new Places(Box.of(width, height));
    var axis = axis();
    pen.setFill(paint(Ink.FAINT));
    write(pen, labels, picture.unit(), SMALL_WORDS, List.of(Spot.leftAt(0, 12)));
    for (var tick : axis.ticks()) {
      double baseline = height - BOTTOM + 15;
      var spots =
          List.of(
              Spot.centredAt(x(tick, width), baseline),
              Spot.leftAt(0, x(tick, width) < 40 ? baseline : Double.NaN));
      write(pen, labels, axis.label(tick), SMALL_NUMBERS, spots);
    }
    pen.setFill(paint(Ink.TEXT));
    double room = left(width) - 8;
    for (int row = 0; row < picture.rows().size(); row++) {
      var name = TextSize.shortened(picture.rows().get(row).name(), SMALL_WORDS, room);
      write(pen, labels, name, SMALL_WORDS, List.of(Spot.leftAt(0, centre(row, height) + 4)));
    }
    for (var place : places) {
      labels.avoid(new Box(place.x() - 3, place.y() - 3, place.x() + 3, place.y() + 3)::meets);
    }
    paintMarks(pen, labels);
    pen.setFill(paint(Ink.NUCLEUS));
    for (int row = 0; row < picture.rows().size(); row++) {
      paintMeanWords(pen, labels, row, width, height);
    }
  }

  private static void write(Pen pen, Places labels, String text, Font font, List<Spot> spots) {
    if (!text.isEmpty()) {
      labels.place(text, font, spots).ifPresent(pen::write);
    }
  }

  /// Paints the words of the marked dots, on the side without other dots.
  private void paintMarks(Pen pen, Places labels) {
    var dots = picture.dots();
    for (int i = 0; i < dots.size(); i++) {
      if (!dots.get(i).mark().isEmpty()) {
        write(pen, labels, dots.get(i).mark(), SMALL_NUMBERS, besides(places.get(i)));
      }
    }
  }

  private static List<Spot> besides(Place at) {
    var spots = new ArrayList<Spot>();
    for (int i = 0; i < 6; i++) {
      for (int side : new int[] {-1, 1}) {
        double baseline = at.y() + 4 + side * i * 8;
        spots.add(Spot.leftAt(at.x() + 9, baseline));
        spots.add(Spot.rightAt(at.x() - 9, baseline));
        if (i > 0) {
          spots.add(Spot.centredAt(at.x(), baseline + side * 6));
        }
      }
    }
    return spots;
  }

  private void paintMeanWords(Pen pen, Places labels, int row, double width, double height) {
    var shown = picture.rows().get(row);
    if (shown.dots().size() < 2 || rowHeight(height) <= 60) {
      return;
    }
    double x = crisp(x(shown.mean(), width));
    double half = Math.min(rowHeight(height) / 2 - 2, 90);
    double end = centre(row, height) + half - 1;
    double start = centre(row, height) - half + 9;
    var spots =
        List.of(
            Spot.leftAt(x + 5, end),
            Spot.rightAt(x - 5, end),
            Spot.leftAt(x + 5, start),
            Spot.rightAt(x - 5, start));
    var words = "mean " + Numbers.probability(shown.mean());
    write(pen, labels, words, SMALL_NUMBERS, spots);
  }
}
