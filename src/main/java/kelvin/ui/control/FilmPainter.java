package kelvin.ui.control;

import java.util.List;
import java.util.Locale;
import javafx.scene.text.TextAlignment;
import kelvin.distribution.TemperatureSweep;
import kelvin.ui.control.PlotRegion.Ink;

/// Paints `TemperatureFilm`.
final class FilmPainter {

  static final double LEAST = 0.05;
  static final double MOST = 10;

  private static final double LEFT = 36;
  private static final double RIGHT = 118;
  private static final double TOP = 12;
  private static final double BOTTOM = 24;
  private static final double LABEL_DISTANCE = 14;

  private final PlotRegion region;
  private final Pen graphics;
  private final TemperatureSweep sweep;
  private final DistributionPicture picture;

  FilmPainter(
      PlotRegion region, Pen graphics, TemperatureSweep sweep, DistributionPicture picture) {
    this.region = region;
    this.graphics = graphics;
    this.sweep = sweep;
    this.picture = picture;
  }

  /// The place of a temperature on the log axis.
  static double x(double temperature, double width) {
    double share = Math.log(Math.max(LEAST, temperature) / LEAST) / Math.log(MOST / LEAST);
    return LEFT + Math.min(1, share) * (width - RIGHT - LEFT);
  }

  static double temperature(double x, double width) {
    double share = Math.clamp((x - LEFT) / (width - RIGHT - LEFT), 0, 1);
    return LEAST * Math.pow(MOST / LEAST, share);
  }

  void paint(double width, double height, double temperature, boolean focused) {
    double bottom = height - BOTTOM;
    paintAxes(width, bottom);
    double most = Math.log(picture.count());
    graphics.setStroke(region.paint(Ink.SOFT));
    graphics.setLineWidth(1.2);
    graphics.setDashes(2, 3);
    line(sweep.entropies().stream().map(h -> h / most).toList(), width, bottom);
    graphics.setSolid();
    for (int i = sweep.ranks().size() - 1; i >= 0; i--) {
      // One hue, fading by rank: the order is the message, and it never changes with τ.
      graphics.setGlobalAlpha(1 - 0.7 * i / Math.max(1, sweep.ranks().size()));
      graphics.setStroke(region.paint(Ink.BAR));
      graphics.setLineWidth(2);
      line(sweep.probabilities().get(i), width, bottom);
    }
    graphics.setGlobalAlpha(1);
    paintLabels(width, bottom);
    paintCursor(x(temperature, width), bottom, temperature, focused);
  }

  private void paintAxes(double width, double bottom) {
    graphics.setFont(PlotRegion.SMALL_NUMBERS);
    graphics.setLineWidth(1);
    for (double p : new double[] {0, 0.5, 1}) {
      double y = PlotRegion.crisp(y(p, bottom));
      graphics.setStroke(region.paint(Ink.HAIRLINE));
      graphics.strokeLine(LEFT, y, width - RIGHT, y);
      graphics.setFill(region.paint(Ink.FAINT));
      graphics.setTextAlign(TextAlignment.RIGHT);
      graphics.fillText(p == 0.5 ? "0.5" : p == 0 ? "0" : "1", LEFT - 8, y + 4);
    }
    graphics.setTextAlign(TextAlignment.CENTER);
    for (double tick : new double[] {0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10}) {
      double x = x(tick, width);
      graphics.strokeLine(PlotRegion.crisp(x), bottom, PlotRegion.crisp(x), bottom + 4);
      graphics.fillText(Numbers.plain(tick), x, bottom + 16);
    }
    graphics.setTextAlign(TextAlignment.LEFT);
  }

  private void line(List<Double> values, double width, double bottom) {
    var temperatures = sweep.temperatures();
    graphics.beginPath();
    for (int i = 0; i < values.size(); i++) {
      double x = x(temperatures.get(i), width);
      double y = y(values.get(i), bottom);
      if (i == 0) {
        graphics.moveTo(x, y);
      } else {
        graphics.lineTo(x, y);
      }
    }
    graphics.stroke();
  }

  /// The names of the lines from the top one down, with their numbers at the cursor.
  private void paintLabels(double width, double bottom) {
    graphics.setFont(PlotRegion.SMALL_NUMBERS);
    var scaled = picture.distribution().scaled();
    double y = TOP + 4;
    for (int i = 0; i < sweep.ranks().size() && y < bottom; i++) {
      graphics.setFill(region.paint(i == 0 ? Ink.TEXT : Ink.SOFT));
      int rank = sweep.ranks().get(i);
      var text = picture.textAtRank(rank);
      var p = Numbers.percent(scaled.probability(rank));
      TokenTextPainter.paint(graphics, text, width - RIGHT + 10, y, 56, region.paint(Ink.FAINT));
      graphics.setTextAlign(TextAlignment.RIGHT);
      graphics.fillText(p, width - 2, y);
      graphics.setTextAlign(TextAlignment.LEFT);
      y += LABEL_DISTANCE;
    }
    if (y < bottom) {
      graphics.setFont(PlotRegion.SMALL_WORDS);
      graphics.setFill(region.paint(Ink.SOFT));
      double bits = Numbers.bits(scaled.entropy());
      graphics.fillText("entropy", width - RIGHT + 10, y);
      graphics.setTextAlign(TextAlignment.RIGHT);
      graphics.fillText(Numbers.threeDigits(bits) + " bits", width - 2, y);
      graphics.setTextAlign(TextAlignment.LEFT);
    }
  }

  private void paintCursor(double x, double bottom, double temperature, boolean focused) {
    double at = PlotRegion.crisp(x);
    graphics.setStroke(region.paint(Ink.SURPRISAL));
    graphics.setFill(region.paint(Ink.SURPRISAL));
    graphics.setLineWidth(1.2);
    graphics.strokeLine(at, TOP, at, bottom);
    double radius = focused ? 6.5 : 5;
    graphics.fillCircle(at, TOP, radius);
    graphics.setFont(PlotRegion.SMALL_NUMBERS);
    graphics.fillText(
        String.format(Locale.ROOT, "τ %s", Numbers.plain(temperature)), at + 9, TOP + 4);
  }

  private static double y(double share, double bottom) {
    return bottom - share * (bottom - TOP);
  }
}
