package kelvin.ui.control;

import java.util.ArrayList;
import java.util.List;
import kelvin.distribution.TemperatureSweep;

/// The lines of the temperature film and the words beside them, worked out once for each change so
/// that painting only draws.
final class FilmLines {

  private static final double NAME_WIDTH = 62;

  /// The first ranks are there for every prompt; others are there because they are watched.
  private static final int TOP_RANKS = 6;

  private final FilmGeometry at;
  private final double[] xs;
  private final List<Line> lines = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();

  /// A token's probability.
  ///
  /// @param percent at the present temperature
  /// @param fade 1 for the first rank, less for the following ones
  record Line(TokenLabel name, String percent, double fade, boolean watched, Polyline path) {}

  /// A quantity of the whole distribution.
  ///
  /// @param value at the present temperature
  record Lane(String name, String value, Polyline path) {}

  FilmLines(TemperatureSweep sweep, DistributionPicture picture, FilmGeometry at) {
    this.at = at;
    xs = new double[sweep.temperatures().size()];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = at.x(sweep.temperatures().get(i));
    }
    for (int i = 0; i < sweep.ranks().size(); i++) {
      lines.add(line(sweep, picture, i));
    }
    if (at.lane() > 0) {
      addLanes(sweep, picture);
    }
  }

  private Line line(TemperatureSweep sweep, DistributionPicture picture, int index) {
    int rank = sweep.ranks().get(index);
    var ys = new double[xs.length];
    for (int i = 0; i < ys.length; i++) {
      ys[i] = at.y(sweep.probabilities().get(index).get(i));
    }
    boolean watched = rank > TOP_RANKS;
    return new Line(
        TokenLabel.of(picture.textAtRank(rank), PlotRegion.SMALL_NUMBERS, NAME_WIDTH),
        Numbers.percent(picture.distribution().scaled().probability(rank)),
        watched ? 1 : 1 - 0.7 * (rank - 1) / TOP_RANKS,
        watched,
        new Polyline(xs, ys));
  }

  private void addLanes(TemperatureSweep sweep, DistributionPicture picture) {
    var scaled = picture.distribution().scaled();
    double most = Math.max(Math.log(2), Math.log(picture.count()));
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
    add("entropy", Numbers.threeDigits(Numbers.bits(scaled.entropy())) + " bits", entropy);
    add("perplexity", Numbers.threeDigits(scaled.perplexity()), perplexity);
    double p = sweep.nucleus().p();
    add("nucleus " + Numbers.plain(p), Numbers.count(scaled.nucleusSize(p)), nucleus);
  }

  private void add(String name, String value, double[] shares) {
    double bottom = at.laneBottom(lanes.size());
    var ys = new double[shares.length];
    for (int i = 0; i < ys.length; i++) {
      ys[i] = bottom - Math.clamp(shares[i], 0, 1) * at.lane();
    }
    lanes.add(new Lane(name, value, new Polyline(xs, ys)));
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
