package kelvin.ui.plot.film;

import java.util.ArrayList;
import java.util.List;
import kelvin.distribution.TemperatureSweep;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.Polyline;
import kelvin.ui.plot.TokenLabel;

/// The lines of the temperature film and their names, worked out once for each change so that
/// painting only draws. They are of all temperatures, so that no slider moves them.
final class FilmLines {

  private static final double NAME_WIDTH = 62;
  private static final double NAME_DISTANCE = 14;

  /// The first ranks are there for every prompt; others are there because they are watched.
  private static final int TOP_RANKS = 6;

  private final FilmGeometry at;
  private final double[] xs;
  private final List<Line> lines = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();

  /// A token's probability.
  ///
  /// @param fade 1 for the first rank, less for the following ones
  /// @param nameY where its name stands; NaN where there is no room for it
  record Line(
      int rank, TokenLabel name, double fade, boolean watched, Polyline path, double nameY) {}

  /// A quantity of the whole distribution.
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

  /// Their names stand from the top one down.
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
      // Where not all have room, the watched ones are the ones that were asked for.
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
    double most = Math.max(Math.log(2), Math.log(count));
    double hottest = sweep.entropies().getLast();
    var entropy = new double[xs.length];
    var perplexity = new double[xs.length];
    var nucleus = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      double h = sweep.entropies().get(i);
      entropy[i] = h / most;
      // On a log scale the perplexity would be the entropy again.
      perplexity[i] = Math.exp(h - hottest);
      nucleus[i] = Math.log(sweep.nucleus().counts().get(i)) / most;
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
