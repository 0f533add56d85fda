package kelvin.ui.plot.film;

import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.PlotRegion.Ink;

/// Paints a film. All texts and lines are ready, so painting allocates nothing.
final class FilmPainter {

  /// From the end of a line a thin one leads to a sample of its colour, and the name follows.
  private static final double SAMPLE = 9;

  private static final double SAMPLE_END = 21;
  private static final double NAME = 25;

  /// The radius of a point of a line.
  private static final double POINT = 2.4;

  private final PlotRegion region;

  FilmPainter(PlotRegion region) {
    this.region = region;
  }

  /// Paints the parts that no slider moves: axes, lines and their names.
  void paintGround(Pen pen, FilmLines film) {
    paintAxes(pen, film);
    var lines = film.lines();
    for (int i = lines.size() - 1; i >= 0; i--) {
      var line = lines.get(i);
      styleFor(pen, line);
      line.path().trace(pen);
      pen.setSolid();
      if (film.hasPoints()) {
        pen.setFill(region.paint(line.ink()));
        line.path().dot(pen, POINT);
      }
    }
    paintMark(pen, film);
    paintNames(pen, film);
    paintLanes(pen, film);
  }

  /// @param cursor its value on the axis across
  void paint(Pen pen, FilmLines film, FilmNumbers numbers, double cursor, boolean focused) {
    paintNumbers(pen, film, numbers);
    paintCursor(pen, film.geometry(), cursor, focused);
    var handle = numbers.handle();
    if (handle != null) {
      pen.setFill(region.paint(Ink.TEXT));
      pen.write(handle);
    }
  }

  /// A colour for each line; the lines of watched tokens are dashed.
  private void styleFor(Pen pen, FilmLines.Line line) {
    pen.setStroke(region.paint(line.ink()));
    pen.setLineWidth(line.watched() ? 1.6 : 2);
    if (line.watched()) {
      pen.setDashes(6, 3);
    }
  }

  private void paintAxes(Pen pen, FilmLines film) {
    var at = film.geometry();
    var axes = film.axes();
    pen.setLineWidth(1);
    pen.setStroke(region.paint(Ink.HAIRLINE));
    pen.setFill(region.paint(Ink.FAINT));
    for (int i = 0; i < axes.masses().size(); i++) {
      double y = PlotRegion.crisp(at.y(axes.masses().get(i)));
      pen.strokeLine(FilmGeometry.LEFT, y, at.right(), y);
    }
    for (int i = 0; i < axes.ticks().size(); i++) {
      double x = PlotRegion.crisp(at.x(axes.ticks().get(i)));
      pen.strokeLine(x, at.axis(), x, at.axis() + 4);
    }
    for (int i = 0; i < axes.labels().size(); i++) {
      pen.write(axes.labels().get(i));
    }
  }

  /// Paints a dotted line at the marked value, in the colour of the first token.
  private void paintMark(Pen pen, FilmLines film) {
    var mark = film.axes().marked();
    if (mark == null) {
      return;
    }
    double x = PlotRegion.crisp(film.geometry().x(mark.value()));
    pen.setStroke(region.paint(Ink.ofLine(0)));
    pen.setLineWidth(1.2);
    pen.setDashes(2, 3);
    pen.strokeLine(x, FilmGeometry.TOP, x, film.geometry().bottom());
    pen.setSolid();
    var words = film.axes().markText();
    if (words != null) {
      pen.setFill(region.paint(Ink.SOFT));
      pen.write(words);
    }
  }

  private void paintNames(Pen pen, FilmLines film) {
    double end = film.geometry().right();
    pen.setFont(PlotRegion.SMALL_NUMBERS);
    var lines = film.lines();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      double y = line.nameY();
      if (Double.isNaN(y)) {
        continue;
      }
      styleFor(pen, line);
      pen.setLineWidth(1);
      pen.strokeLine(end + 1, line.path().end(), end + SAMPLE, y - 4);
      styleFor(pen, line);
      pen.strokeLine(end + SAMPLE, y - 4, end + SAMPLE_END, y - 4);
      pen.setSolid();
      line.name().paint(pen, end + NAME, y, ink(i), region.paint(Ink.FAINT));
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

  private void paintCursor(Pen pen, FilmGeometry at, double cursor, boolean focused) {
    double x = PlotRegion.crisp(at.x(cursor));
    pen.setStroke(region.paint(Ink.TEXT));
    pen.setFill(region.paint(Ink.TEXT));
    pen.setLineWidth(1.2);
    pen.strokeLine(x, FilmGeometry.TOP, x, at.axis());
    pen.fillCircle(x, FilmGeometry.TOP, focused ? 6.5 : 5);
  }
}
