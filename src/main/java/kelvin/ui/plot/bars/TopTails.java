package kelvin.ui.plot.bars;

import java.util.List;
import kelvin.distribution.Interval;
import kelvin.distribution.TopBounds;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.KnownWords;
import kelvin.ui.plot.PlotRegion.Ink;
import kelvin.ui.plot.bars.BarTable.Content;
import kelvin.ui.plot.bars.BarTable.Tail;

/// Counts the tokens without a row where a server lists only the most probable ones: those that are
/// listed further down, and those of which only a bound is known.
final class TopTails {

  private TopTails() {}

  static List<Tail> of(
      Content content, BarColumns columns, int lastRank, double full, TopBounds bounds) {
    var top = bounds.top();
    int more = top.count() - lastRank;
    double listed =
        bounds.cumulative(top.count()).low() - bounds.cumulative(Math.max(1, lastRank)).low();
    var others = bounds.others();
    var bound = "≤ " + Numbers.percent(bounds.scaled(top.count() + 1).high()) + " %";
    var count = Numbers.count(top.others());
    return List.of(
        BarTable.tail(
            columns,
            more <= 0
                ? List.of("No other tokens listed", "no more listed")
                : List.of("+ " + Numbers.count(more) + " listed", "+ " + Numbers.count(more)),
            more <= 0 ? Numbers.percent(0) : KnownWords.percent(Interval.exactly(listed)),
            more <= 0 ? 0 : content.scale().share(listed, full),
            Ink.TAIL),
        BarTable.tail(
            columns,
            List.of("+ " + count + ", each " + bound, "+ " + count + ", " + bound, "+ " + count),
            KnownWords.percent(others),
            content.scale().share(others.low(), full),
            Ink.REMOVED));
  }
}
