package kelvin.ui.plot.film;

import java.util.List;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.PlotRegion.Ink;

/// Paints `TemperatureFilm`. All texts and lines are ready, so painting allocates nothing.
final class FilmPainter {

  private static final double SAMPLE = 10;
  private static final double TICK_DISTANCE = 34;
  private static final double HANDLE = 60;

  private static final List<Double> MASSES = List.of(0.0, 0.5, 1.0);
  private static final List<String> MASS_LABELS = List.of("0", "0.5", "1");

  /// Ticks in order of importance. Where there is little room, the last ones lose their labels
  /// first; τ = 1 and the ends stay.
  private static final List<Double> TICKS = List.of(1.0, 0.05, 10.0, 0.2, 5.0, 0.5, 2.0, 0.1);
  private static final List<String> TICK_LABELS = TICKS.stream().map(Numbers::plain).toList();

  private final PlotRegion region;

  /// The positions of the labels in this frame. It is a field, because painting allocates nothing.
  private final double[] labelled = new double[TICKS.size()];

  FilmPainter(PlotRegion region) {
    this.region = region;
  }

  /// Paints the parts that no slider moves: axes, lines and their names.
  void paintGround(Pen pen, FilmLines film) {
    paintAxes(pen, film.geometry());
    var lines = film.lines();
    for (int i = lines.size() - 1; i >= 0; i--) {
      var line = lines.get(i);
      styleFor(pen, line);
      line.path().trace(pen);
      pen.setSolid();
    }
    pen.setGlobalAlpha(1);
    paintNames(pen, film);
    paintLanes(pen, film);
  }

  /// @param handle the text beside the cursor, such as `τ 0.8`
  void paint(
      Pen pen,
      FilmLines film,
      FilmNumbers numbers,
      double temperature,
      String handle,
      boolean focused) {
    paintNumbers(pen, film, numbers);
    paintCursor(pen, film.geometry(), temperature, handle, focused);
  }

  /// Uses one hue that fades by rank, because the order matters and never changes with τ. The line
  /// of a watched token looks different.
  private void styleFor(Pen pen, FilmLines.Line line) {
    pen.setGlobalAlpha(line.fade());
    pen.setStroke(region.paint(line.watched() ? Ink.DRAW : Ink.BAR));
    pen.setLineWidth(line.watched() ? 1.4 : 2);
    if (line.watched()) {
      pen.setDashes(6, 3);
    }
  }

  private void paintAxes(Pen pen, FilmGeometry at) {
    pen.setFont(PlotRegion.SMALL_NUMBERS);
    pen.setLineWidth(1);
    pen.setStroke(region.paint(Ink.HAIRLINE));
    pen.setFill(region.paint(Ink.FAINT));
    pen.setTextAlign(TextAlignment.RIGHT);
    for (int i = 0; i < MASSES.size(); i++) {
      double y = PlotRegion.crisp(at.y(MASSES.get(i)));
      pen.strokeLine(FilmGeometry.LEFT, y, at.right(), y);
      pen.fillText(MASS_LABELS.get(i), FilmGeometry.LEFT - 8, y + 4);
    }
    pen.setTextAlign(TextAlignment.CENTER);
    int written = 0;
    for (int i = 0; i < TICKS.size(); i++) {
      double x = at.x(TICKS.get(i));
      double mark = PlotRegion.crisp(x);
      pen.strokeLine(mark, at.axis(), mark, at.axis() + 4);
      if (isFree(x, written)) {
        pen.fillText(TICK_LABELS.get(i), x, at.axis() + 16);
        labelled[written++] = x;
      }
    }
    pen.setTextAlign(TextAlignment.LEFT);
  }

  private boolean isFree(double x, int written) {
    for (int i = 0; i < written; i++) {
      if (Math.abs(x - labelled[i]) < TICK_DISTANCE) {
        return false;
      }
    }
    return true;
  }

  private void paintNames(Pen pen, FilmLines film) {
    double x = film.geometry().right() + 14;
    pen.setFont(PlotRegion.SMALL_NUMBERS);
    var lines = film.lines();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      double y = line.nameY();
      if (Double.isNaN(y)) {
        continue;
      }
      styleFor(pen, line);
      pen.strokeLine(x, y - 4, x + SAMPLE, y - 4);
      pen.setSolid();
      pen.setGlobalAlpha(1);
      line.name().paint(pen, x + SAMPLE + 5, y, ink(i), region.paint(Ink.FAINT));
    }
  }

  /// The most probable token has the strongest colour.
  private Paint ink(int line) {
    return region.paint(line == 0 ? Ink.TEXT : Ink.SOFT);
  }

  private void paintLanes(Pen pen, FilmLines film) {
    var at = film.geometry();
    var lanes = film.lanes();
    for (int i = 0; i < lanes.size(); i++) {
      var lane = lanes.get(i);
      double bottom = at.laneBottom(i);
      pen.setLineWidth(1);
      pen.setStroke(region.paint(Ink.HAIRLINE));
      double foot = PlotRegion.crisp(bottom);
      pen.strokeLine(FilmGeometry.LEFT, foot, at.right(), foot);
      pen.setLineWidth(1.4);
      pen.setStroke(region.paint(Ink.SOFT));
      lane.path().trace(pen);
      pen.setFont(PlotRegion.SMALL_WORDS);
      pen.setFill(region.paint(Ink.SOFT));
      pen.fillText(lane.name(), at.right() + 14, bottom - at.lane() / 2 + 4);
    }
  }

  /// Paints each number at the end of the line of its name.
  private void paintNumbers(Pen pen, FilmLines film, FilmNumbers numbers) {
    var at = film.geometry();
    pen.setFont(PlotRegion.SMALL_NUMBERS);
    pen.setTextAlign(TextAlignment.RIGHT);
    for (int i = 0; i < film.lines().size(); i++) {
      double y = film.lines().get(i).nameY();
      if (!Double.isNaN(y)) {
        pen.setFill(ink(i));
        pen.fillText(numbers.percents().get(i), at.width() - 2, y);
      }
    }
    pen.setFill(region.paint(Ink.SOFT));
    for (int i = 0; i < film.lanes().size(); i++) {
      double y = at.laneBottom(i) - at.lane() / 2 + 4;
      pen.fillText(numbers.lanes().get(i), at.width() - 2, y);
    }
    pen.setTextAlign(TextAlignment.LEFT);
  }

  private void paintCursor(
      Pen pen, FilmGeometry at, double temperature, String handle, boolean focused) {
    double x = PlotRegion.crisp(at.x(temperature));
    pen.setStroke(region.paint(Ink.SURPRISAL));
    pen.setFill(region.paint(Ink.SURPRISAL));
    pen.setLineWidth(1.2);
    pen.strokeLine(x, FilmGeometry.TOP, x, at.axis());
    pen.fillCircle(x, FilmGeometry.TOP, focused ? 6.5 : 5);
    pen.setFont(PlotRegion.SMALL_NUMBERS);
    // In a narrow plot neither side may have room; then the axis keeps its labels.
    boolean onRight = x + HANDLE < at.right() || x - HANDLE < FilmGeometry.LEFT;
    pen.setTextAlign(onRight ? TextAlignment.LEFT : TextAlignment.RIGHT);
    pen.fillText(handle, onRight ? x + 9 : x - 9, FilmGeometry.TOP + 4);
    pen.setTextAlign(TextAlignment.LEFT);
  }
}
