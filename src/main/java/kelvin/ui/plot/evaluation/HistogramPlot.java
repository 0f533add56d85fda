package kelvin.ui.plot.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PointPlot;
import kelvin.ui.plot.placement.Box;
import kelvin.ui.plot.placement.PlacedText.Spot;

/// A histogram with a number at each column. Two kinds of items go up and down from one line, so
/// that they are told apart without a colour.
public final class HistogramPlot extends PointPlot {

  private static final double LEFT = 14;
  private static final double NUMBER = 14;

  private HistogramPicture picture = HistogramPicture.EMPTY;

  public HistogramPlot() {
    super("histogram-plot");
    setMinSize(240, 120);
    setPrefSize(420, 190);
    pointsChanged();
  }

  public void show(HistogramPicture shown) {
    picture = shown;
    pointsChanged();
  }

  /// The column of a point, 0-based from the left of the axis.
  public int columnOf(int point) {
    return picture.filled().get(point);
  }

  @Override
  protected int count() {
    return picture.filled().size();
  }

  @Override
  protected int pointAt(double x, double y) {
    var frame = frame(getWidth(), getHeight());
    if (count() == 0 || x < frame.area().left() || x > frame.area().right()) {
      return -1;
    }
    int columns = picture.columns().size();
    int column = Math.min(columns - 1, (int) (frame.partAcross(x) * columns));
    return picture.filled().indexOf(column);
  }

  @Override
  protected String wordsOf(int point) {
    return picture.wordsOf(columnOf(point));
  }

  @Override
  protected String summary() {
    return picture.summary();
  }

  private Frame frame(double width, double height) {
    var area = new Box(LEFT, Frame.TOP, width - Frame.RIGHT, height - Frame.BOTTOM);
    return new Frame(area, picture.axis(), picture.axis());
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    if (count() == 0) {
      FramePainter.paintNothing(this, pen, "No item has a value.", width, height);
      return;
    }
    var at = new Columns(frame(width, height).area());
    var around = new FramePainter(this, pen, width, height);
    if (pointed() >= 0) {
      var box = at.column(columnOf(pointed()));
      pen.setFill(paint(Ink.SELECTION));
      pen.fillRect(box.left(), at.area.top(), box.right() - box.left(), at.high());
    }
    around.head(List.of("items"), keys());
    around.across(picture.axis(), at.area, at.area.bottom());
    var missing =
        picture.missing() == 0 ? "" : "; " + Numbers.count(picture.missing()) + " without";
    around.foot(List.of(picture.unit() + missing, picture.unit()), frame(width, height));
    for (int column : picture.filled()) {
      paintColumn(pen, at, column);
    }
    pen.setStroke(paint(Ink.OUTLINE));
    pen.setLineWidth(1);
    pen.strokeLine(at.area.left(), crisp(at.base()), at.area.right(), crisp(at.base()));
    paintCounts(pen, at, around);
  }

  private List<FramePainter.Key> keys() {
    if (!picture.names().areTwo()) {
      return List.of();
    }
    var up = picture.names().up() + " " + Numbers.count(picture.total(false));
    var down = picture.names().down() + " " + Numbers.count(picture.total(true));
    return List.of(
        FramePainter.Key.of(Ink.BAR, up + " (up)", up),
        FramePainter.Key.of(Ink.LOSS, down + " (down)", down));
  }

  /// The geometry of the columns.
  private final class Columns {

    private final Box area;
    private final double pixels;

    Columns(Box area) {
      this.area = area;
      double numbers = picture.names().areTwo() ? 2 * NUMBER : NUMBER;
      int most = picture.most(false) + picture.most(true);
      pixels = Math.max(1, area.bottom() - area.top() - numbers) / Math.max(1, most);
    }

    double high() {
      return area.bottom() - area.top();
    }

    /// The line from which the columns go.
    double base() {
      return picture.names().areTwo()
          ? area.top() + NUMBER + picture.most(false) * pixels
          : area.bottom();
    }

    double top(int column) {
      return base() - picture.columns().get(column).up() * pixels;
    }

    double bottom(int column) {
      return base() + picture.columns().get(column).down() * pixels;
    }

    Box column(int column) {
      double wide = (area.right() - area.left()) / picture.columns().size();
      double left = area.left() + column * wide;
      return new Box(left + 1, top(column), left + wide - 1, bottom(column));
    }
  }

  private void paintColumn(Pen pen, Columns at, int column) {
    var box = at.column(column);
    double wide = box.right() - box.left();
    if (picture.columns().get(column).up() > 0) {
      double high = Math.max(1, at.base() - box.top());
      pen.setFill(paint(Ink.BAR));
      pen.fillRect(box.left(), at.base() - high, wide, high);
    }
    if (picture.columns().get(column).down() > 0) {
      pen.setFill(paint(Ink.LOSS));
      pen.fillRect(box.left(), at.base(), wide, Math.max(1, box.bottom() - at.base()));
    }
  }

  /// A number at the end of a column.
  private record Count(int count, Spot spot) {}

  private void paintCounts(Pen pen, Columns at, FramePainter around) {
    var counts = new ArrayList<Count>();
    for (int column : picture.filled()) {
      var box = at.column(column);
      // A number may touch the sides of its neighbours but not lie over them.
      around.places().take(new Box(box.left() + 3, box.top(), box.right() - 3, box.bottom()));
      double middle = (box.left() + box.right()) / 2;
      var items = picture.columns().get(column);
      counts.add(new Count(items.up(), Spot.centredAt(middle, box.top() - 3)));
      counts.add(new Count(items.down(), Spot.centredAt(middle, box.bottom() + 11)));
    }
    pen.setFill(paint(Ink.SOFT));
    counts.stream()
        .filter(count -> count.count() > 0)
        .sorted(Comparator.comparingInt(count -> -count.count()))
        .forEach(
            count ->
                around
                    .places()
                    .place(Numbers.count(count.count()), SMALL_NUMBERS, List.of(count.spot()))
                    .ifPresent(pen::write));
  }
}
