package kelvin.ui.plot.film;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.display.ProbabilityScale;
import kelvin.distribution.TemperatureSweep;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.PlotRegion.Ink;
import kelvin.ui.plot.Polyline;
import kelvin.ui.plot.TokenLabel;
import kelvin.ui.plot.placement.Spread;
import kelvin.ui.plot.placement.TextSize;

/// The lines of the temperature film and their names, computed once for each change, so that
/// painting only draws. They cover all temperatures, so no slider moves them.
final class FilmLines {

  private static final double NAME_WIDTH = 62;
  private static final double NAME_DISTANCE = 13;
  private static final double LANE_NAME_WIDTH = 74;

  /// The top ranks have a line for every prompt. All other lines belong to watched tokens.
  private static final int TOP_RANKS = 6;

  private final FilmGeometry at;
  private final double[] xs;

  /// The mass of all lines at each temperature, for shares; empty for probabilities.
  private final double[] sums;

  private final List<Line> lines = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();
  private final FilmAxes axes;

  /// The probability of one token.
  ///
  /// @param ink the colour that tells it from its neighbours
  /// @param nameY the y coordinate of its name; NaN where there is no room for it
  record Line(int rank, TokenLabel name, Ink ink, boolean watched, Polyline path, double nameY) {}

  /// One quantity of the whole distribution.
  record Lane(String name, Polyline path) {}

  FilmLines(
      TemperatureSweep sweep,
      DistributionPicture picture,
      ProbabilityScale scale,
      FilmGeometry at) {
    this.at = at;
    sums = scale == ProbabilityScale.SHARE ? sums(sweep) : new double[0];
    xs = new double[sweep.temperatures().size()];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = at.x(sweep.temperatures().get(i));
    }
    axes = new FilmAxes(at);
    addLines(sweep, picture);
    if (at.lane() > 0) {
      addLanes(sweep, picture.count());
    }
  }

  /// Adds the lines, each with its name at its end.
  private void addLines(TemperatureSweep sweep, DistributionPicture picture) {
    var ranks = sweep.ranks();
    var paths = sweep.probabilities().stream().map(this::path).toList();
    var nameYs = namesAt(ranks, paths);
    for (int i = 0; i < ranks.size(); i++) {
      int rank = ranks.get(i);
      boolean isWatched = rank > TOP_RANKS;
      var name = TokenLabel.of(picture.textAtRank(rank), PlotRegion.SMALL_NUMBERS, NAME_WIDTH);
      lines.add(new Line(rank, name, Ink.ofLine(i), isWatched, paths.get(i), nameYs[i]));
      axes.avoid(paths.get(i));
    }
    axes.takeNames(nameYs);
  }

  /// The first names are the most important. If there is no room for all, the names of watched
  /// tokens stay, because the user chose them.
  private double[] namesAt(List<Integer> ranks, List<Polyline> paths) {
    var order =
        IntStream.range(0, ranks.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> ranks.get(i) > TOP_RANKS ? 0 : 1))
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
      ys[i] = at.y(sums.length == 0 ? probabilities.get(i) : probabilities.get(i) / sums[i]);
    }
    return new Polyline(xs, ys);
  }

  /// The mass of all lines at each temperature.
  private static double[] sums(TemperatureSweep sweep) {
    var sums = new double[sweep.temperatures().size()];
    for (var probabilities : sweep.probabilities()) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += probabilities.get(i);
      }
    }
    return sums;
  }

  /// True if the lines are shares among their tokens.
  boolean hasShares() {
    return sums.length > 0;
  }

  private void addLanes(TemperatureSweep sweep, int count) {
    double maxEntropy = Math.max(Math.log(2), Math.log(count));
    double hottest = sweep.entropies().getLast();
    var entropy = new double[xs.length];
    var perplexity = new double[xs.length];
    var nucleus = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      double h = sweep.entropies().get(i);
      entropy[i] = h / maxEntropy;
      // On a log scale the perplexity would repeat the entropy.
      perplexity[i] = Math.exp(h - hottest);
      nucleus[i] = Math.log(sweep.nucleus().counts().get(i)) / maxEntropy;
    }
    add("entropy", entropy);
    add("perplexity", perplexity);
    add("nucleus " + Numbers.plain(sweep.nucleus().p()), nucleus);
  }

  private void add(String name, double[] shares) {
    double bottom = at.laneBottom(lanes.size());
    var ys = new double[shares.length];
    for (int i = 0; i < ys.length; i++) {
      ys[i] = bottom - Math.clamp(shares[i], 0, 1) * at.lane();
    }
    var shown = TextSize.shortened(name, PlotRegion.SMALL_WORDS, LANE_NAME_WIDTH);
    lanes.add(new Lane(shown, new Polyline(xs, ys)));
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
