package kelvin.ui.plot.evaluation;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import kelvin.experiment.measure.RiskCoverage;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.axis.LinearAxis;
import kelvin.ui.plot.placement.Box;
import kelvin.ui.plot.placement.PlacedText.Spot;
import kelvin.ui.plot.placement.Places;

/// Risk against coverage: how many of the decisions are wrong if only the surest are taken. The
/// threshold is a line that is dragged, or moved by the arrow keys.
public final class RiskPlot extends PlotRegion {

  /// The part of all items that an arrow key takes more or fewer.
  private static final double STEP = 0.01;

  /// So few points are drawn as dots, because no threshold leads to a place between them.
  private static final int FEW = 30;

  private static final double RADIUS = 4.5;

  private final DoubleProperty threshold = new SimpleDoubleProperty(this, "threshold", 0);
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
  private RiskPicture picture = RiskPicture.EMPTY;

  public RiskPlot() {
    super("risk-plot");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setMinSize(240, 150);
    setPrefSize(420, 300);
    threshold.addListener(_ -> changed());
    focusedProperty().addListener(_ -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    changed();
  }

  /// Shows another curve. The threshold stays.
  public void show(RiskPicture shown) {
    picture = shown;
    setCursor(shown.isEmpty() ? Cursor.DEFAULT : Cursor.H_RESIZE);
    changed();
  }

  /// Decisions with at least this share are taken, from 0 to 1; 0 takes all. NaN draws no line.
  public DoubleProperty thresholdProperty() {
    return threshold;
  }

  /// The coverage and the risk at the threshold; empty without items.
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /// The x coordinate of a coverage, for pointing at it.
  public double xOf(double coverage) {
    return frame(getWidth(), getHeight()).x(coverage);
  }

  private void changed() {
    words.set(picture.words(threshold.get()));
    setAccessibleText(
        words.get().isEmpty() ? picture.summary() : words.get() + " " + picture.summary());
    repaint();
  }

  private Frame frame(double width, double height) {
    var area = new Box(Frame.LEFT, Frame.TOP, width - Frame.RIGHT, height - Frame.BOTTOM);
    return new Frame(area, LinearAxis.WHOLE, picture.axis());
  }

  private void drag(MouseEvent event) {
    requestFocus();
    if (!picture.isEmpty()) {
      take(picture.nearest(frame(getWidth(), getHeight()).partAcross(event.getX())));
    }
    event.consume();
  }

  private void take(int index) {
    threshold.set(picture.thresholdOf(index));
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || picture.isEmpty()) {
      return;
    }
    switch (event.getCode()) {
      case RIGHT, DOWN -> move(1, event.isShiftDown());
      case LEFT, UP -> move(-1, event.isShiftDown());
      case HOME -> take(0);
      case END -> take(picture.curve().points().size() - 1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// Takes more or fewer items: a hundredth of all, or with Shift as few as a threshold can.
  private void move(int direction, boolean fine) {
    int last = picture.curve().points().size() - 1;
    int now = picture.indexAt(threshold.get());
    int next = Math.clamp(now + direction, 0, last);
    if (!fine && now >= 0) {
      double wanted = picture.curve().points().get(now).coverage() + direction * STEP;
      int far = picture.nearest(wanted);
      next = direction > 0 ? Math.max(next, far) : Math.min(next, far);
    }
    take(next);
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    if (picture.isEmpty()) {
      FramePainter.paintNothing(this, pen, "No item has a choice.", width, height);
      return;
    }
    var frame = frame(width, height);
    var around = new FramePainter(this, pen, width, height);
    boolean hasLine = !Double.isNaN(threshold.get());
    int index = picture.indexAt(threshold.get());
    if (hasLine) {
      paintTaken(pen, frame, index);
    }
    around.head(List.of("risk: share of wrong ones among those taken", "risk"), List.of());
    around.up(frame);
    around.across(frame.across(), frame.area(), frame.area().bottom());
    around.foot(List.of("coverage: share of all items that are taken", "coverage"), frame);
    var line = line(frame);
    paintLine(pen, line);
    if (hasLine) {
      paintThreshold(pen, frame, index);
      paintWords(pen, frame, around.places(), line, index);
    }
  }

  /// Paints the ground of what is taken, with the line of the threshold at its end.
  private void paintTaken(Pen pen, Frame frame, int index) {
    double end = index < 0 ? frame.x(0) : frame.x(picture.curve().points().get(index).coverage());
    pen.setFill(paint(Ink.NUCLEUS));
    pen.setGlobalAlpha(0.1);
    pen.fillRect(
        frame.area().left(),
        frame.area().top(),
        end - frame.area().left(),
        frame.area().bottom() - frame.area().top());
    pen.setGlobalAlpha(1);
  }

  /// A corner of the curve, in pixels.
  private record Corner(double x, double y) {}

  /// The curve. Of many points within one pixel the first, the extremes and the last are drawn.
  private List<Corner> line(Frame frame) {
    var corners = new ArrayList<Corner>();
    var points = picture.curve().points();
    int from = 0;
    while (from < points.size()) {
      long pixel = Math.round(frame.x(points.get(from).coverage()));
      int to = from;
      int lowest = from;
      int highest = from;
      while (to + 1 < points.size()
          && Math.round(frame.x(points.get(to + 1).coverage())) == pixel) {
        to++;
        lowest = points.get(to).risk() < points.get(lowest).risk() ? to : lowest;
        highest = points.get(to).risk() > points.get(highest).risk() ? to : highest;
      }
      corners.add(corner(frame, points.get(from)));
      if (to > from + 1) {
        corners.add(corner(frame, points.get(Math.min(lowest, highest))));
        corners.add(corner(frame, points.get(Math.max(lowest, highest))));
      }
      if (to > from) {
        corners.add(corner(frame, points.get(to)));
      }
      from = to + 1;
    }
    return corners;
  }

  private static Corner corner(Frame frame, RiskCoverage.Point point) {
    return new Corner(frame.x(point.coverage()), frame.y(point.risk()));
  }

  private void paintLine(Pen pen, List<Corner> line) {
    pen.setStroke(paint(Ink.BAR));
    pen.setFill(paint(Ink.BAR));
    pen.setLineWidth(2);
    if (line.size() <= FEW) {
      line.forEach(corner -> pen.fillCircle(corner.x(), corner.y(), 3));
    }
    pen.beginPath();
    pen.moveTo(line.getFirst().x(), line.getFirst().y());
    line.stream().skip(1).forEach(corner -> pen.lineTo(corner.x(), corner.y()));
    pen.stroke();
  }

  private void paintThreshold(Pen pen, Frame frame, int index) {
    var points = picture.curve().points();
    double x = crisp(index < 0 ? frame.x(0) : frame.x(points.get(index).coverage()));
    pen.setStroke(paint(Ink.NUCLEUS));
    pen.setLineWidth(isFocused() ? 2.5 : 1.5);
    pen.strokeLine(x, frame.area().top(), x, frame.area().bottom());
    if (index >= 0) {
      pen.setFill(paint(Ink.NUCLEUS));
      pen.fillCircle(
          frame.x(points.get(index).coverage()), frame.y(points.get(index).risk()), RADIUS);
    }
  }

  /// Paints the numbers of the threshold beside its line, where the curve is not.
  private void paintWords(Pen pen, Frame frame, Places places, List<Corner> line, int index) {
    for (int i = 1; i < line.size(); i++) {
      var from = line.get(i - 1);
      var to = line.get(i);
      places.avoidLine(from.x(), from.y(), to.x(), to.y());
    }
    var points = picture.curve().points();
    double x = index < 0 ? frame.x(0) : frame.x(points.get(index).coverage());
    places.avoidLine(x, frame.area().top(), x, frame.area().bottom());
    double y = index < 0 ? frame.y(0) : frame.y(points.get(index).risk());
    places.take(new Box(x - 6, y - 6, x + 6, y + 6));
    var spots = new ArrayList<Spot>();
    for (double down = frame.area().top() + 12; down < frame.area().bottom() - 4; down += 14) {
      spots.add(Spot.rightAt(x - 8, down));
      spots.add(Spot.leftAt(x + 8, down));
    }
    pen.setFill(paint(Ink.NUCLEUS));
    places.place(texts(index), SMALL_WORDS, spots).ifPresent(pen::write);
  }

  private List<String> texts(int index) {
    var at = "≥ " + Numbers.plain(threshold.get());
    if (index < 0) {
      return List.of(at + ": nothing taken", at);
    }
    var point = picture.curve().points().get(index);
    var risk = "risk " + Numbers.probability(point.risk());
    return List.of(
        at + ": coverage " + Numbers.probability(point.coverage()) + ", " + risk,
        at + ": " + risk,
        at);
  }
}
