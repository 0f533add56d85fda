package kelvin.ui.plot.tree;

import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PointPlot;
import kelvin.ui.plot.TokenLabel;

/// An icicle of continuations: a row for each step, cells as wide as they are probable. What no
/// cell covers is unexplored.
public final class IciclePlot extends PointPlot {

  private static final Font TOKENS = SMALL_NUMBERS;
  private static final double MAX_ROW = 34;
  private static final double GAP = 1;
  private static final double PAD = 4;

  /// A narrower cell is painted without a text.
  private static final double LEAST_LABEL = 14;

  /// A narrower cell is not painted.
  private static final double LEAST_CELL = 0.35;

  private IciclePicture picture = IciclePicture.EMPTY;

  public IciclePlot() {
    super("icicle");
    setMinSize(200, 60);
    setPrefSize(640, 140);
    focusedProperty().addListener(_ -> repaint());
    pointsChanged();
  }

  /// Shows another icicle. The selection goes, because its cells have other numbers.
  public void show(IciclePicture shown) {
    picture = shown;
    pointsChanged();
    repaint();
  }

  public IciclePicture picture() {
    return picture;
  }

  private double rowHeight() {
    return Math.min(MAX_ROW, getHeight() / Math.max(1, picture.depth()));
  }

  /// The x coordinate of the middle of a cell, for pointing at it.
  public double xOf(int cell) {
    var wanted = picture.cells().get(cell);
    return (wanted.from() + wanted.probability() / 2) * getWidth();
  }

  /// The y coordinate of the middle of a cell, for pointing at it.
  public double yOf(int cell) {
    return (picture.cells().get(cell).row() + 0.5) * rowHeight();
  }

  @Override
  protected int count() {
    return picture.cells().size();
  }

  @Override
  protected int pointAt(double x, double y) {
    int row = (int) Math.floor(y / rowHeight());
    double share = x / getWidth();
    for (int i = 0; i < picture.cells().size(); i++) {
      var cell = picture.cells().get(i);
      if (cell.row() == row && share >= cell.from() && share < cell.from() + cell.probability()) {
        return i;
      }
    }
    return -1;
  }

  /// The cell above, the most probable one below, or the nearest one of the row.
  @Override
  protected int next(int now, KeyCode arrow) {
    if (now < 0) {
      return 0;
    }
    var cell = picture.cells().get(now);
    return switch (arrow) {
      case UP -> Math.max(cell.parent(), cell.parent() < 0 ? now : 0);
      case DOWN -> below(now);
      case RIGHT -> beside(now, 1);
      default -> beside(now, -1);
    };
  }

  private int below(int now) {
    for (int i = now + 1; i < picture.cells().size(); i++) {
      if (picture.cells().get(i).parent() == now) {
        return i;
      }
    }
    return now;
  }

  private int beside(int now, int direction) {
    var cell = picture.cells().get(now);
    int best = now;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < picture.cells().size(); i++) {
      var other = picture.cells().get(i);
      double way = direction * (other.from() - cell.from());
      if (other.row() == cell.row() && i != now && way > 0 && way < nearest) {
        nearest = way;
        best = i;
      }
    }
    return best;
  }

  @Override
  protected String wordsOf(int point) {
    return picture.cells().get(point).words();
  }

  @Override
  protected String summary() {
    return picture.summary();
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    if (picture.isEmpty()) {
      return;
    }
    double row = rowHeight();
    pen.setFill(faded(paint(Ink.FAINT), 0.12));
    pen.fillRect(0, 0, width, row * picture.depth() - GAP);
    for (int i = 0; i < picture.cells().size(); i++) {
      paintCell(pen, i, width, row);
    }
    pen.setStroke(paint(Ink.DRAW));
    pen.setLineWidth(1.5);
    for (int cell : picture.walked()) {
      outline(pen, cell, width, row);
    }
    int pointed = pointed();
    if (pointed >= 0) {
      pen.setStroke(paint(Ink.TEXT));
      pen.setLineWidth(isFocused() ? 2 : 1);
      outline(pen, pointed, width, row);
    }
  }

  private void outline(Pen pen, int index, double width, double row) {
    var cell = picture.cells().get(index);
    pen.strokeRoundRect(
        cell.from() * width + 0.5,
        cell.row() * row + 0.5,
        Math.max(1, cell.probability() * width - GAP),
        row - 2 * GAP,
        4);
  }

  private void paintCell(Pen pen, int index, double width, double row) {
    var cell = picture.cells().get(index);
    double left = cell.from() * width;
    double room = cell.probability() * width;
    if (room < LEAST_CELL) {
      return;
    }
    pen.setFill(faded(paint(Ink.CARD), 1));
    pen.fillRect(left, cell.row() * row, room, row - GAP);
    pen.setFill(faded(paint(Ink.BAR), cell.leaf() ? 0.42 : 0.24));
    pen.fillRect(left, cell.row() * row, Math.max(LEAST_CELL, room - GAP), row - GAP);
    if (room >= LEAST_LABEL) {
      var label = TokenLabel.of(cell.label(), TOKENS, room - 2 * PAD);
      if (label.width() <= room - PAD) {
        pen.setFont(TOKENS);
        label.paint(
            pen, left + PAD, (cell.row() + 0.5) * row + 4, paint(Ink.TEXT), paint(Ink.SOFT));
      }
    }
  }

  private static Paint faded(Paint ink, double share) {
    return ink instanceof Color colour ? colour.deriveColor(0, 1, 1, share) : ink;
  }
}
