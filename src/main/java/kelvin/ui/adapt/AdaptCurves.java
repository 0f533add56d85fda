package kelvin.ui.adapt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.display.ProbabilityScale;
import kelvin.experiment.adapt.AdaptMethod;
import kelvin.experiment.adapt.AdaptPoint;
import kelvin.experiment.adapt.AdaptSummary;
import kelvin.experiment.adapt.Adaptation;
import kelvin.ui.plot.sweep.ShotsPicture;
import kelvin.ui.plot.sweep.ShotsPicture.Line;
import kelvin.ui.plot.sweep.ShotsPicture.Point;

/// Makes the curves of a comparison: a line for each method, its mean over the draws against the
/// number of examples, with a band.
public final class AdaptCurves {

  private final Adaptation adaptation;
  private final List<Integer> counts;

  public AdaptCurves(Adaptation adaptation) {
    this.adaptation = adaptation;
    counts = adaptation.points().stream().map(AdaptPoint::examples).distinct().sorted().toList();
  }

  /// The accuracy with a band from the worst to the best draw.
  ShotsPicture accuracy() {
    return of(AdaptMeasure.ACCURACY, AdaptBand.DRAWS);
  }

  /// The log loss with a band from the worst to the best draw.
  ShotsPicture logLoss() {
    return of(AdaptMeasure.LOG_LOSS, AdaptBand.DRAWS);
  }

  /// @param band of the accuracy; the other measures have the draws
  public ShotsPicture of(AdaptMeasure measure, AdaptBand band) {
    boolean isAccuracy = measure == AdaptMeasure.ACCURACY;
    var shown = isAccuracy ? band : AdaptBand.DRAWS;
    var style =
        new ShotsPicture.Style("example", "examples", "draws", shown.words(), true, !isAccuracy);
    var lines = new ArrayList<Line>();
    for (var method : adaptation.methods()) {
      var points = counts.stream().map(count -> point(method, count, measure, shown)).toList();
      lines.add(new Line(method.label(), points));
    }
    return new ShotsPicture(measure.unit(), ProbabilityScale.LINEAR, lines, style);
  }

  private Point point(AdaptMethod method, int count, AdaptMeasure measure, AdaptBand band) {
    var measured = measured(method, count);
    if (measured.isEmpty()) {
      return new Point(count, Double.NaN, 0, Double.NaN, Double.NaN, Double.NaN);
    }
    var values = measured.stream().mapToDouble(measure::of).summaryStatistics();
    double low = values.getMin();
    double high = values.getMax();
    if (band == AdaptBand.INTERVAL) {
      var interval = AdaptSummary.of(measured).interval();
      low = interval.low();
      high = interval.high();
    }
    return new Point(count, Double.NaN, measured.size(), values.getAverage(), low, high);
  }

  /// Zero-shot needs no example, so its line is level.
  private List<AdaptPoint> measured(AdaptMethod method, int count) {
    return adaptation.points().stream()
        .filter(point -> point.method() == method)
        .filter(point -> method == AdaptMethod.ZERO_SHOT || point.examples() == count)
        .toList();
  }

  /// The points behind a place in a picture, a draw each.
  ///
  /// @param line the place of the curve, 0-based
  /// @param column the place on it, 0-based
  public List<AdaptPoint> measured(int line, int column) {
    return measured(adaptation.methods().get(line), counts.get(column));
  }

  /// The row of a method with the most examples that it has.
  static Optional<AdaptSummary> last(Adaptation adaptation, AdaptMethod method) {
    return adaptation.summaries().stream()
        .filter(summary -> summary.method() == method)
        .reduce((_, later) -> later);
  }
}
