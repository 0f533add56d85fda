package kelvin.ui.plot.film;

import java.util.ArrayList;
import java.util.List;
import kelvin.distribution.TemperatureSweep;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.Polyline;
import kelvin.ui.plot.TokenLabel;

/// The lines of the temperature film and their names, computed once for each change, so that
/// painting only draws. They cover all temperatures, so no slider moves them.
final class FilmLines {

  private static final double NAME_WIDTH = 62;
  private static final double NAME_DISTANCE = 14;

  /// The top ranks have a line for every prompt. All other lines belong to watched tokens.
  private static final int TOP_RANKS = 6;

  private final FilmGeometry at;
  private final double[] xs;
  private final List<Line> lines = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();

  /// The probability of one token.
  ///
  /// @param fade 1 for the first rank, less for each following one
  /// @param nameY the y coordinate of its name; NaN where there is no room for it
  record Line(
      int rank, TokenLabel name, double fade, boolean watched, Polyline path, double nameY) {}

  /// One quantity of the whole distribution.
  record Lane(String name, Polyline path) {}

  FilmLines(TemperatureSweep sweep, DistributionPicture picture, FilmGeometry at) {
    this.at = at;
    xs = new double[sweep.temperatures().size()];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = at.x(sweep.temperatures().get(i));
    }
    addLines(sweep, picture);
    if (at.lane() > 0) {
      addLanes(sweep, picture.count());
    }
  }

  /// Adds the lines and places their names from top to bottom.
  private void addLines(TemperatureSweep sweep, DistributionPicture picture) {
    var ranks = sweep.ranks();
    double top = FilmGeometry.TOP + 4;
    int room = Math.max(1, (int) ((at.bottom() - top) / NAME_DISTANCE) + 1);
    long watched = ranks.stream().filter(rank -> rank > TOP_RANKS).count();
    int named = 0;
    for (int i = 0; i < ranks.size(); i++) {
      int rank = ranks.get(i);
      boolean isWatched = rank > TOP_RANKS;
      double y = top + named * NAME_DISTANCE;
      // If there is no room for all names, the watched tokens go first, because the user chose
      // them.
      boolean isNamed = (isWatched || i < room - watched) && y <= at.bottom() + 4;
      named += isNamed ? 1 : 0;
      lines.add(
          new Line(
              rank,
              TokenLabel.of(picture.textAtRank(rank), PlotRegion.SMALL_NUMBERS, NAME_WIDTH),
              isWatched ? 1 : 1 - 0.7 * (rank - 1) / TOP_RANKS,
              isWatched,
              path(sweep.probabilities().get(i)),
              isNamed ? y : Double.NaN));
    }
  }

  private Polyline path(List<Double> probabilities) {
    return new Polyline(xs, probabilities.stream().mapToDouble(at::y).toArray());
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
    lanes.add(new Lane(name, new Polyline(xs, ys)));
  }

  FilmGeometry geometry() {
    return at;
  }

  List<Line> lines() {
    return lines;
  }

  List<Lane> lanes() {
    return lanes;
  }
}
