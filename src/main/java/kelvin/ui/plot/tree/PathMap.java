package kelvin.ui.plot.tree;

import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PointPlot;

/// A small map of a whole tree of paths: a line for each path, steps to the right, the current text
/// drawn strongly. A click on a path, or Enter, chooses it.
public final class PathMap extends PointPlot {

  private static final double PAD = 6;
  private static final double MOST_BETWEEN_ROWS = 14;
  private static final double END = 3;

  private TreePicture picture = TreePicture.EMPTY;
  private int current = -1;
  private int steps = 1;

  public PathMap() {
    super("path-map");
    setMinSize(60, 40);
    setPrefSize(170, 60);
    focusedProperty().addListener(_ -> repaint());
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          int row = pointAt(event.getX(), event.getY());
          if (row >= 0 && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1) {
            choose(row);
          }
        });
    pointsChanged();
  }

  /// Shows another tree.
  ///
  /// @param ofText the node where the current text ends; −1 if it is none of this tree
  public void show(TreePicture shown, int ofText) {
    picture = shown;
    current = ofText;
    steps = 1;
    for (var row : shown.rows()) {
      steps = Math.max(steps, shown.nodes().get(row.last()).step() + 1);
    }
    pointsChanged();
  }

  /// The y coordinate of a path, for pointing at it.
  public double yOf(int row) {
    double between =
        Math.min(MOST_BETWEEN_ROWS, (getHeight() - 2 * PAD) / Math.max(1, picture.rows().size()));
    return PAD + (row + 0.5) * between;
  }

  /// The x coordinate of the end of a path, for pointing at it.
  public double endOf(int row) {
    return x(picture.nodes().get(picture.rows().get(row).last()).step());
  }

  /// @param step −1 for the place before the first token
  private double x(int step) {
    return PAD + (step + 1.0) / steps * (getWidth() - 2 * PAD);
  }

  @Override
  protected int count() {
    return picture.rows().size();
  }

  /// The nearest path, wherever it parts: the lines are too thin to be hit.
  @Override
  protected int pointAt(double x, double y) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int row = 0; row < count(); row++) {
      double distance = Math.abs(y - yOf(row));
      if (distance < least) {
        least = distance;
        nearest = row;
      }
    }
    return least <= MOST_BETWEEN_ROWS ? nearest : -1;
  }

  @Override
  protected int next(int now, KeyCode arrow) {
    return super.next(now < 0 ? currentRow() - 1 : now, arrow);
  }

  private int currentRow() {
    return current < 0 ? 0 : picture.nodes().get(current).row();
  }

  @Override
  protected String wordsOf(int point) {
    return picture.rows().get(point).end()
        + (current >= 0 && currentRow() == point ? "  (the current text)" : "");
  }

  @Override
  protected String summary() {
    return "Map of " + count() + " paths. Up and down choose one, Enter makes it the current text.";
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    int pointed = pointed();
    for (int row = 0; row < count(); row++) {
      var each = picture.rows().get(row);
      int parent = picture.nodes().get(each.first()).parent();
      pen.setStroke(paint(Ink.ofLine(each.colour())));
      pen.setLineWidth(row == pointed ? 2.5 : 1);
      line(pen, parent < 0 ? each.first() : parent, each.last());
    }
    if (current >= 0) {
      paintCurrent(pen);
    }
    if (isFocused() && pointed >= 0) {
      pen.setStroke(paint(Ink.SELECTION));
      pen.setLineWidth(1);
      pen.strokeRoundRect(1.5, yOf(pointed) - 6, width - 3, 12, 6);
    }
  }

  private void paintCurrent(Pen pen) {
    pen.setStroke(paint(Ink.TEXT));
    pen.setLineWidth(2);
    int to = current;
    while (to >= 0) {
      int first = picture.rows().get(picture.nodes().get(to).row()).first();
      int parent = picture.nodes().get(first).parent();
      line(pen, parent < 0 ? first : parent, to);
      to = parent;
    }
    var end = picture.nodes().get(current);
    pen.setFill(paint(Ink.TEXT));
    pen.fillCircle(x(end.step()), yOf(end.row()), END);
  }

  /// Draws from a node down to the row of another one, and along it.
  private void line(Pen pen, int from, int to) {
    var begin = picture.nodes().get(from);
    var end = picture.nodes().get(to);
    double left = x(begin.step());
    double y = yOf(end.row());
    pen.strokeLine(left, yOf(begin.row()), left, y);
    pen.strokeLine(left, y, x(end.step()), y);
  }
}
