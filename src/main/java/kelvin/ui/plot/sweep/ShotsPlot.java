package kelvin.ui.plot.sweep;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import kelvin.display.ProbabilityScale;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PointPlot;
import kelvin.ui.plot.sweep.ShotsPicture.Point;
import org.jspecify.annotations.Nullable;

/// The shots curve: a line for each label, with a band for the range of the shuffles and dashes for
/// the given order. A number of shots can be pointed at, with all its values.
public class ShotsPlot extends PointPlot {

  private static final double BAND = 0.16;

  /// Bands of more lines than these are fainter, because they lie over each other.
  private static final int FEW = 4;

  private static final double FAINT_BAND = 0.08;
  private static final double REACH = 40;

  private ShotsPicture picture = new ShotsPicture("", ProbabilityScale.LINEAR, List.of());
  private @Nullable ShotsLayout layout;

  public ShotsPlot() {
    super("shots-plot");
    setMinSize(280, 170);
    setPrefSize(640, 340);
    pointsChanged();
  }

  public void show(ShotsPicture shown) {
    picture = shown;
    layout = null;
    pointsChanged();
  }

  final ShotsPicture picture() {
    return picture;
  }

  private List<Point> points() {
    return picture.lines().isEmpty() ? List.of() : picture.lines().getFirst().points();
  }

  @Override
  protected int count() {
    return points().size();
  }

  @Override
  protected int pointAt(double x, double y) {
    if (count() == 0) {
      return -1;
    }
    var at = layout(getWidth(), getHeight());
    int nearest = -1;
    double minDistance = REACH;
    for (int i = 0; i < count(); i++) {
      double distance = Math.abs(at.x(i) - x);
      if (distance < minDistance) {
        minDistance = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  @Override
  protected String wordsOf(int point) {
    var words = new StringBuilder(picture.words(points().get(point).shots()));
    for (var line : picture.lines()) {
      words
          .append("\n")
          .append(line.name())
          .append(": ")
          .append(picture.words(line.points().get(point)));
    }
    return words.toString();
  }

  @Override
  protected String summary() {
    if (count() == 0) {
      return "no shots curve";
    }
    var many = picture.style().many();
    var words = new StringBuilder(many.substring(0, 1).toUpperCase(Locale.ROOT));
    words.append(many.substring(1)).append(" curve, ").append(picture.unit());
    for (var line : picture.lines()) {
      words.append("; ").append(line.name()).append(":");
      for (var point : line.points()) {
        words.append(" ").append(Numbers.probability(point.centre()));
        words.append(" at ").append(point.shots());
      }
    }
    return words.toString();
  }

  final ShotsLayout layout(double width, double height) {
    var ready = layout;
    if (ready == null || !ready.isOf(width, height)) {
      ready = new ShotsLayout(picture, picture.axis(), width, height);
      layout = ready;
    }
    return ready;
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    if (count() == 0) {
      return;
    }
    var at = layout(width, height);
    paintAxes(pen, at);
    for (int i = picture.lines().size() - 1; i >= 0; i--) {
      paintLine(pen, i, at);
    }
    paintNames(pen, at);
    paintPointed(pen, at, pointed());
  }

  private void paintAxes(Pen pen, ShotsLayout at) {
    pen.setLineWidth(1);
    pen.setStroke(paint(Ink.HAIRLINE));
    for (var tick : at.axis().ticks()) {
      double y = crisp(at.y(tick));
      pen.strokeLine(ShotsLayout.LEFT, y, at.right(), y);
    }
    for (int i = 0; i < at.count(); i++) {
      double x = crisp(at.x(i));
      pen.strokeLine(x, at.bottom(), x, at.bottom() + 4);
    }
    pen.setFill(paint(Ink.FAINT));
    at.labels().forEach(pen::write);
    paintLegend(pen, at);
  }

  /// Paints the legend for solid, shaded and dashed, where there is room beside the unit.
  private void paintLegend(Pen pen, ShotsLayout at) {
    at.bandWords()
        .ifPresent(
            words -> {
              double x = words.box().left() - ShotsLayout.KEY - 6;
              pen.setFill(paint(Ink.SOFT));
              pen.setGlobalAlpha(BAND);
              pen.fillRect(x, 4, ShotsLayout.KEY, 9);
              pen.setGlobalAlpha(1);
              pen.setStroke(paint(Ink.SOFT));
              pen.setLineWidth(2);
              pen.strokeLine(x, 8.5, x + ShotsLayout.KEY, 8.5);
              pen.setFill(paint(Ink.FAINT));
              pen.write(words);
            });
    at.givenWords()
        .ifPresent(
            words -> {
              double x = words.box().left() - ShotsLayout.KEY - 6;
              pen.setStroke(paint(Ink.SOFT));
              pen.setLineWidth(1.2);
              pen.setDashes(3, 3);
              pen.strokeLine(x, 8.5, x + ShotsLayout.KEY, 8.5);
              pen.setSolid();
              pen.write(words);
            });
  }

  private void paintLine(Pen pen, int index, ShotsLayout at) {
    var ink = paint(Ink.ofLine(index));
    var line = picture.lines().get(index).points();
    pen.setFill(ink);
    pen.setStroke(ink);
    if (picture.draws() > 0) {
      pen.setGlobalAlpha(picture.lines().size() > FEW ? FAINT_BAND : BAND);
      paintBand(pen, line, at);
      pen.setGlobalAlpha(1);
      pen.setLineWidth(1.2);
      pen.setDashes(3, 3);
      trace(pen, line.stream().map(Point::given).toList(), at);
      pen.setSolid();
    }
    pen.setLineWidth(2);
    dash(pen, index);
    trace(pen, line.stream().map(Point::centre).toList(), at);
    pen.setSolid();
    for (int i = 0; i < line.size(); i++) {
      if (Double.isFinite(line.get(i).centre())) {
        pen.fillCircle(at.x(i), at.y(line.get(i).centre()), 3);
      }
    }
  }

  /// Dashes a line whose colour another one has.
  private static void dash(Pen pen, int index) {
    if (index >= Ink.SERIES.size()) {
      pen.setDashes(6, 3);
    }
  }

  private static void paintBand(Pen pen, List<Point> line, ShotsLayout at) {
    var known =
        IntStream.range(0, line.size())
            .filter(i -> Double.isFinite(line.get(i).low() + line.get(i).high()))
            .toArray();
    if (known.length == 0) {
      return;
    }
    pen.beginPath();
    for (int i = 0; i < known.length; i++) {
      to(pen, i, at.x(known[i]), at.y(line.get(known[i]).high()));
    }
    for (int i = known.length - 1; i >= 0; i--) {
      pen.lineTo(at.x(known[i]), at.y(line.get(known[i]).low()));
    }
    pen.closePath();
    pen.fill();
  }

  private static void trace(Pen pen, List<Double> values, ShotsLayout at) {
    pen.beginPath();
    int drawn = 0;
    for (int i = 0; i < values.size(); i++) {
      if (Double.isFinite(values.get(i))) {
        to(pen, drawn, at.x(i), at.y(values.get(i)));
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

  /// Paints the name of each line at its end; a thin line leads to a name that had to move.
  private void paintNames(Pen pen, ShotsLayout at) {
    for (int i = 0; i < picture.lines().size(); i++) {
      double y = at.nameY(i);
      if (Double.isNaN(y)) {
        continue;
      }
      var line = picture.lines().get(i);
      double value = line.endValue();
      if (Double.isFinite(value)) {
        pen.setStroke(paint(Ink.ofLine(i)));
        pen.setLineWidth(1);
        pen.strokeLine(at.x(line.end()) + 5, at.y(value), at.sampleX(), y);
        pen.setLineWidth(2);
        dash(pen, i);
        pen.strokeLine(at.sampleX(), y, at.sampleEnd(), y);
        pen.setSolid();
      }
      pen.setFont(SMALL_NUMBERS);
      var name = at.name(i);
      name.paint(pen, at.nameX(), y + 4, paint(Ink.TEXT), paint(Ink.FAINT));
      pen.setFill(paint(Ink.SOFT));
      pen.fillText(at.value(i), at.nameX() + name.width() + 8, y + 4);
    }
  }

  /// Marks the point that is pointed at.
  ///
  /// @param point −1 for none
  void paintPointed(Pen pen, ShotsLayout at, int point) {
    if (point < 0) {
      return;
    }
    double x = crisp(at.x(point));
    pen.setStroke(paint(Ink.OUTLINE));
    pen.setLineWidth(1);
    pen.strokeLine(x, ShotsLayout.TOP, x, at.bottom());
    for (int i = 0; i < picture.lines().size(); i++) {
      double value = picture.lines().get(i).points().get(point).centre();
      if (Double.isFinite(value)) {
        pen.setFill(paint(Ink.ofLine(i)));
        pen.fillCircle(at.x(point), at.y(value), 5);
      }
    }
  }
}
