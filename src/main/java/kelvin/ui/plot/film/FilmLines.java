package kelvin.ui.plot.film;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.display.ProbabilityScale;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.PlotRegion.Ink;
import kelvin.ui.plot.Polyline;
import kelvin.ui.plot.TokenLabel;
import kelvin.ui.plot.placement.Spread;
import kelvin.ui.plot.placement.TextSize;

/// The lines of a film and their names, computed once for each change, so that painting only draws.
/// They cover the whole axis across, so no cursor moves them.
final class FilmLines {

  private static final double NAME_WIDTH = 62;
  private static final double NAME_DISTANCE = 13;
  private static final double LANE_NAME_WIDTH = 74;

  private final FilmSeries series;
  private final FilmGeometry at;
  private final double[] xs;

  /// The mass of all lines at each value, for shares; empty for probabilities.
  private final double[] sums;

  private final List<Line> lines = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();
  private final FilmAxes axes;

  /// The probability of one token.
  ///
  /// @param ink the colour that tells it from its neighbours
  /// @param nameY the y coordinate of its name; NaN where there is no room for it
  record Line(TokenLabel name, Ink ink, boolean watched, Polyline path, double nameY) {}

  /// One quantity of the whole distribution.
  record Lane(String name, Polyline path) {}

  FilmLines(FilmSeries series, ProbabilityScale scale, FilmGeometry at) {
    this.series = series;
    this.at = at;
    sums = scale == ProbabilityScale.SHARE ? sums(series) : new double[0];
    xs = new double[series.values().size()];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = at.x(series.values().get(i));
    }
    axes = new FilmAxes(at);
    addLines();
    if (at.lane() > 0) {
      series.lanes().forEach(this::add);
    }
  }

  /// Adds the lines, each with its name at its end.
  private void addLines() {
    var tokens = series.tokens();
    var paths = tokens.stream().map(token -> path(token.probabilities())).toList();
    var nameYs = namesAt(paths);
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      var name = TokenLabel.of(token.text(), PlotRegion.SMALL_NUMBERS, NAME_WIDTH);
      lines.add(new Line(name, Ink.ofLine(i), token.watched(), paths.get(i), nameYs[i]));
      axes.avoid(paths.get(i));
    }
    axes.takeNames(nameYs);
  }

  /// The first names are the most important. If there is no room for all, the names of watched
  /// tokens stay, because the user chose them.
  private double[] namesAt(List<Polyline> paths) {
    var tokens = series.tokens();
    var order =
        IntStream.range(0, tokens.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> tokens.get(i).watched() ? 0 : 1))
            .toList();
    double top = FilmGeometry.TOP + 4;
    var wanted = order.stream().map(i -> paths.get(i).end() + 4).toList();
    var spread = Spread.over(wanted, NAME_DISTANCE, top, at.bottom() + 4);
    var ys = new double[spread.length];
    for (int i = 0; i < ys.length; i++) {
      ys[order.get(i)] = spread[i];
    }
    return ys;
  }

  private Polyline path(List<Double> probabilities) {
    var ys = new double[xs.length];
    for (int i = 0; i < ys.length; i++) {
      ys[i] = at.y(sums.length == 0 ? probabilities.get(i) : share(probabilities.get(i), sums[i]));
    }
    return new Polyline(xs, ys);
  }

  /// The share of a token; 0 if no token with a line has any mass.
  private static double share(double probability, double sum) {
    return sum == 0 ? 0 : probability / sum;
  }

  /// The mass of all lines at each value.
  private static double[] sums(FilmSeries series) {
    var sums = new double[series.values().size()];
    for (var token : series.tokens()) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += token.probabilities().get(i);
      }
    }
    return sums;
  }

  /// The numbers of the lines, given their probabilities at the cursor: these, or the shares among
  /// them.
  List<Double> numbers(List<Double> probabilities) {
    if (sums.length == 0) {
      return probabilities;
    }
    double sum = probabilities.stream().mapToDouble(p -> p).sum();
    return probabilities.stream().map(p -> share(p, sum)).toList();
  }

  private void add(FilmSeries.LaneSeries lane) {
    double bottom = at.laneBottom(lanes.size());
    var ys = new double[xs.length];
    for (int i = 0; i < ys.length; i++) {
      ys[i] = bottom - Math.clamp(lane.shares().get(i), 0, 1) * at.lane();
    }
    var shown = TextSize.shortened(lane.name(), PlotRegion.SMALL_WORDS, LANE_NAME_WIDTH);
    lanes.add(new Lane(shown, new Polyline(xs, ys)));
  }

  /// True if a point marks each value.
  boolean hasPoints() {
    return series.isCounted();
  }

  FilmGeometry geometry() {
    return at;
  }

  FilmAxes axes() {
    return axes;
  }

  List<Line> lines() {
    return lines;
  }

  List<Lane> lanes() {
    return lanes;
  }
}
