package kelvin.ui.plot.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import kelvin.experiment.measure.RiskCoverage;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.axis.LinearAxis;
import kelvin.ui.plot.axis.ValueAxis;

/// Risk against coverage, with what every threshold takes; immutable.
public record RiskPicture(RiskCoverage curve) {

  /// A picture without items.
  public static final RiskPicture EMPTY = new RiskPicture(new RiskCoverage(0, List.of()));

  /// The axes of risk, by their end: an end and the step between its marks.
  private static final double[][] ENDS = {
    {0.05, 0.01}, {0.1, 0.02}, {0.25, 0.05}, {0.5, 0.1}, {1, 0.25}
  };

  /// The axis that has room for all risks.
  ValueAxis axis() {
    double most = curve.points().stream().mapToDouble(RiskCoverage.Point::risk).max().orElse(1);
    for (var end : ENDS) {
      if (most <= end[0]) {
        return new LinearAxis(0, end[0], end[1]);
      }
    }
    return LinearAxis.WHOLE;
  }

  boolean isEmpty() {
    return curve.points().isEmpty();
  }

  /// The index of the point that a threshold takes; −1 if it takes nothing.
  int indexAt(double threshold) {
    int low = 0;
    int high = curve.points().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (curve.points().get(middle).threshold() >= threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /// The index of the point with the nearest coverage.
  int nearest(double coverage) {
    int best = 0;
    for (int i = 1; i < curve.points().size(); i++) {
      if (Math.abs(curve.points().get(i).coverage() - coverage)
          <= Math.abs(curve.points().get(best).coverage() - coverage)) {
        best = i;
      }
    }
    return best;
  }

  /// The shortest number that takes the same items as a point's own threshold.
  public double thresholdOf(int index) {
    double own = curve.points().get(index).threshold();
    boolean isLast = index == curve.points().size() - 1;
    double below = isLast ? 0 : curve.points().get(index + 1).threshold();
    for (int digits = 1; digits < 17; digits++) {
      double shorter = BigDecimal.valueOf(own).setScale(digits, RoundingMode.FLOOR).doubleValue();
      if (shorter > below && shorter <= own) {
        return shorter;
      }
    }
    return own;
  }

  /// The coverage and the risk at a threshold; empty without one.
  String words(double threshold) {
    if (isEmpty() || Double.isNaN(threshold)) {
      return "";
    }
    int index = indexAt(threshold);
    var at = "Threshold " + Numbers.plain(threshold) + ": ";
    if (index < 0) {
      return at + "nothing is taken; no decision is that sure.";
    }
    var point = curve.points().get(index);
    var interval = point.errors().interval();
    return at
        + Numbers.count(point.errors().count())
        + " of "
        + Numbers.count(curve.count())
        + (curve.count() == 1 ? " item is taken" : " items are taken")
        + " (coverage "
        + Numbers.probability(point.coverage())
        + "), "
        + Numbers.count(point.errors().successes())
        + " of them wrong (risk "
        + Numbers.probability(point.risk())
        + ", 95 % interval "
        + Numbers.probability(interval.low())
        + "–"
        + Numbers.probability(interval.high())
        + ").";
  }

  /// The number of items that no threshold takes, because nothing was chosen for them.
  int undecided() {
    return isEmpty() ? curve.count() : curve.count() - curve.points().getLast().errors().count();
  }

  /// The description of the whole curve, for screen readers.
  String summary() {
    return isEmpty()
        ? "Risk against coverage, without items"
        : "Risk against coverage, area under the curve "
            + Numbers.probability(curve.area())
            + (undecided() == 0
                ? ""
                : "; no threshold takes the "
                    + Numbers.count(undecided())
                    + (undecided() == 1 ? " item" : " items")
                    + " without a choice");
  }
}
