package kelvin.ui.plot.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.text.TextAlignment;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.TokenLabel;
import kelvin.ui.plot.sweep.ShotsPicture.Line;
import kelvin.ui.plot.sweep.ShotsPicture.Point;

/// The shots curve: a line for each label, with a band for the range of the shuffles and dashes for
/// the given order.
public final class ShotsPlot extends PointPlot {

  private static final List<Ink> INKS =
      List.of(Ink.BAR, Ink.SURPRISAL, Ink.NUCLEUS, Ink.GHOST, Ink.OUTLINE);
  private static final double LEFT = 44;
  private static final double TOP = 30;
  private static final double BOTTOM = 34;
  private static final double MIN_RIGHT = 96;
  private static final double MAX_RIGHT = 190;
  private static final double LINE_HEIGHT = 15;
  private static final double BAND = 0.16;
  private static final double REACH = 40;

  private ShotsPicture picture = new ShotsPicture("", List.of());

  public ShotsPlot() {
    super("shots-plot");
    setMinSize(280, 170);
    setPrefSize(640, 340);
    pointsChanged();
  }

  public void show(ShotsPicture shown) {
    picture = shown;
    pointsChanged();
  }

  private List<Point> points() {
    return picture.lines().isEmpty() ? List.of() : picture.lines().getFirst().points();
  }

  @Override
  int count() {
    return points().size();
  }

  @Override
  int pointAt(double x, double y) {
    int nearest = -1;
    double minDistance = REACH;
    for (int i = 0; i < count(); i++) {
      double distance = Math.abs(x(i, getWidth()) - x);
      if (distance < minDistance) {
        minDistance = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  @Override
  String wordsOf(int point) {
    int shots = points().get(point).shots();
    var words = new StringBuilder(shots + (shots == 1 ? " shot" : " shots"));
    for (var line : picture.lines()) {
      var at = line.points().get(point);
      words.append("\n").append(line.name()).append(": ");
      words.append(Numbers.threeDigits(at.centre()));
      if (at.draws() > 0) {
        words.append(" mean of ").append(at.draws()).append(" shuffles, 10–90 %: ");
        words.append(Numbers.threeDigits(at.low())).append("–");
        words.append(Numbers.threeDigits(at.high()));
        words.append("; order given ").append(Numbers.threeDigits(at.given()));
      }
    }
    return words.toString();
  }

  @Override
  String summary() {
    if (count() == 0) {
      return "no shots curve";
    }
    var words = new StringBuilder("Shots curve, ").append(picture.unit());
    for (var line : picture.lines()) {
      words.append("; ").append(line.name()).append(":");
      for (var point : line.points()) {
        words.append(" ").append(Numbers.threeDigits(point.centre()));
        words.append(" at ").append(point.shots());
      }
    }
    return words.toString();
  }

  private double right(double width) {
    double wanted =
        picture.lines().stream().mapToDouble(line -> widthOf(line.name()) + 66).max().orElse(0);
    return width - Math.clamp(wanted, MIN_RIGHT, Math.min(MAX_RIGHT, width * 0.4));
  }

  private double x(int point, double width) {
    int first = points().getFirst().shots();
    int last = Math.max(first + 1, points().getLast().shots());
    double share = (double) (points().get(point).shots() - first) / (last - first);
    return LEFT + 8 + share * (right(width) - LEFT - 16);
  }

  private static double y(double value, double height) {
    return TOP + (1 - value) * (height - TOP - BOTTOM);
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    if (count() == 0) {
      return;
    }
    paintAxes(pen, width, height);
    for (int i = picture.lines().size() - 1; i >= 0; i--) {
      paintLine(pen, i, width, height);
    }
    paintNames(pen, width, height);
    paintPointed(pen, width, height);
  }

  private void paintAxes(Pen pen, double width, double height) {
    double right = right(width);
    pen.setLineWidth(1);
    pen.setStroke(paint(Ink.HAIRLINE));
    pen.setFill(paint(Ink.FAINT));
    pen.setFont(SMALL_NUMBERS);
    for (var tick : ValueAxis.WHOLE.ticks()) {
      double y = crisp(y(tick, height));
      pen.strokeLine(LEFT, y, right, y);
      pen.setTextAlign(TextAlignment.RIGHT);
      pen.fillText(ValueAxis.WHOLE.label(tick), LEFT - 8, y + 4);
    }
    pen.setTextAlign(TextAlignment.CENTER);
    double free = 0;
    for (int i = 0; i < count(); i++) {
      double x = x(i, width);
      pen.strokeLine(crisp(x), height - BOTTOM, crisp(x), height - BOTTOM + 4);
      if (x >= free) {
        pen.fillText(Integer.toString(points().get(i).shots()), x, height - BOTTOM + 17);
        free = x + 20;
      }
    }
    pen.setTextAlign(TextAlignment.LEFT);
    pen.setFont(SMALL_WORDS);
    pen.fillText("shots", right + 12, height - BOTTOM + 17);
    pen.fillText(picture.unit(), LEFT, 12);
    paintLegend(pen, width);
  }

  /// Paints the legend for solid, shaded and dashed, where there is room beside the unit.
  private void paintLegend(Pen pen, double width) {
    if (picture.draws() == 0) {
      return;
    }
    var band = "mean of " + picture.draws() + " shuffles, band 10–90 %";
    double x = width - widthOf(band) - widthOf("order given") - 76;
    if (x < LEFT + widthOf(picture.unit()) + 16) {
      return;
    }
    pen.setFill(paint(Ink.BAR));
    pen.setGlobalAlpha(BAND);
    pen.fillRect(x, 4, 22, 9);
    pen.setGlobalAlpha(1);
    pen.setStroke(paint(Ink.BAR));
    pen.setLineWidth(2);
    pen.strokeLine(x, 8.5, x + 22, 8.5);
    pen.setFill(paint(Ink.FAINT));
    pen.fillText(band, x + 28, 12);
    double second = x + 28 + widthOf(band) + 12;
    pen.setLineWidth(1.2);
    pen.setDashes(3, 3);
    pen.strokeLine(second, 8.5, second + 22, 8.5);
    pen.setSolid();
    pen.fillText("order given", second + 28, 12);
  }

  private void paintLine(Pen pen, int index, double width, double height) {
    var ink = paint(INKS.get(index % INKS.size()));
    var line = picture.lines().get(index).points();
    pen.setFill(ink);
    pen.setStroke(ink);
    if (picture.draws() > 0) {
      pen.setGlobalAlpha(BAND);
      pen.beginPath();
      for (int i = 0; i < line.size(); i++) {
        to(pen, i, x(i, width), y(line.get(i).high(), height));
      }
      for (int i = line.size() - 1; i >= 0; i--) {
        pen.lineTo(x(i, width), y(line.get(i).low(), height));
      }
      pen.closePath();
      pen.fill();
      pen.setGlobalAlpha(1);
      pen.setLineWidth(1.2);
      pen.setDashes(3, 3);
      trace(pen, line.stream().map(Point::given).toList(), width, height);
      pen.setSolid();
    }
    pen.setLineWidth(2);
    trace(pen, line.stream().map(Point::centre).toList(), width, height);
    for (int i = 0; i < line.size(); i++) {
      if (Double.isFinite(line.get(i).centre())) {
        pen.fillCircle(x(i, width), y(line.get(i).centre(), height), 3);
      }
    }
  }

  private void trace(Pen pen, List<Double> values, double width, double height) {
    pen.beginPath();
    int drawn = 0;
    for (int i = 0; i < values.size(); i++) {
      if (Double.isFinite(values.get(i))) {
        to(pen, drawn, x(i, width), y(values.get(i), height));
        drawn++;
      }
    }
    if (drawn > 0) {
      pen.stroke();
    }
  }

  private static void to(Pen pen, int index, double x, double y) {
    if (index == 0) {
      pen.moveTo(x, y);
    } else {
      pen.lineTo(x, y);
    }
  }

  /// Paints the name of each line at its end; names that would overlap are moved apart.
  private void paintNames(Pen pen, double width, double height) {
    record Name(int line, double y) {}
    var names = new ArrayList<Name>();
    for (int i = 0; i < picture.lines().size(); i++) {
      double value = picture.lines().get(i).points().getLast().centre();
      names.add(new Name(i, y(Double.isFinite(value) ? value : 0, height)));
    }
    names.sort(Comparator.comparingDouble(Name::y));
    double end = height - BOTTOM;
    double at = TOP - LINE_HEIGHT;
    double room = right(width) + 12;
    for (int i = 0; i < names.size(); i++) {
      double below = (names.size() - 1.0 - i) * LINE_HEIGHT;
      at = Math.max(at + LINE_HEIGHT, Math.min(names.get(i).y(), end - below));
      var line = picture.lines().get(names.get(i).line());
      pen.setFont(SMALL_NUMBERS);
      var ink = paint(INKS.get(names.get(i).line() % INKS.size()));
      var value = Numbers.threeDigits(line.points().getLast().centre());
      var name = TokenLabel.of(line.name(), SMALL_NUMBERS, width - room - 48);
      name.paint(pen, room, at + 4, ink, paint(Ink.FAINT));
      pen.setFill(paint(Ink.SOFT));
      pen.fillText(value, room + name.width() + 8, at + 4);
    }
  }

  private void paintPointed(Pen pen, double width, double height) {
    int point = pointed();
    if (point < 0) {
      return;
    }
    double x = crisp(x(point, width));
    pen.setStroke(paint(Ink.OUTLINE));
    pen.setLineWidth(1);
    pen.strokeLine(x, TOP, x, height - BOTTOM);
    for (int i = 0; i < picture.lines().size(); i++) {
      Line line = picture.lines().get(i);
      double value = line.points().get(point).centre();
      if (Double.isFinite(value)) {
        pen.setFill(paint(INKS.get(i % INKS.size())));
        pen.fillCircle(x(point, width), y(value, height), 5);
      }
    }
  }
}
