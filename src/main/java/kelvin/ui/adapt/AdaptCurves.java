package kelvin.ui.adapt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import kelvin.display.ProbabilityScale;
import kelvin.experiment.adapt.AdaptMethod;
import kelvin.experiment.adapt.AdaptPoint;
import kelvin.experiment.adapt.AdaptSummary;
import kelvin.experiment.adapt.Adaptation;
import kelvin.ui.plot.sweep.ShotsPicture;
import kelvin.ui.plot.sweep.ShotsPicture.Line;
import kelvin.ui.plot.sweep.ShotsPicture.Point;

/// Makes the curves of a comparison: a line for each method, its mean over the draws against the
/// number of examples, with a band from the worst to the best draw.
final class AdaptCurves {

  private final Adaptation adaptation;
  private final List<Integer> counts;

  AdaptCurves(Adaptation adaptation) {
    this.adaptation = adaptation;
    counts = adaptation.points().stream().map(AdaptPoint::examples).distinct().sorted().toList();
  }

  ShotsPicture accuracy() {
    return picture("accuracy", false, point -> point.accuracy().value());
  }

  ShotsPicture logLoss() {
    return picture("log loss in nats", true, AdaptPoint::logLoss);
  }

  private ShotsPicture picture(String unit, boolean isOpen, ToDoubleFunction<AdaptPoint> value) {
    var style =
        new ShotsPicture.Style("example", "examples", "draws", "worst to best", true, isOpen);
    var lines = new ArrayList<Line>();
    for (var method : adaptation.methods()) {
      var points = counts.stream().map(count -> point(method, count, value)).toList();
      lines.add(new Line(method.label(), points));
    }
    return new ShotsPicture(unit, ProbabilityScale.LINEAR, lines, style);
  }

  /// Zero-shot needs no example, so its line is level.
  private Point point(AdaptMethod method, int count, ToDoubleFunction<AdaptPoint> value) {
    var values =
        adaptation.points().stream()
            .filter(point -> point.method() == method)
            .filter(point -> method == AdaptMethod.ZERO_SHOT || point.examples() == count)
            .mapToDouble(value)
            .summaryStatistics();
    return values.getCount() == 0
        ? new Point(count, Double.NaN, 0, Double.NaN, Double.NaN, Double.NaN)
        : new Point(
            count,
            Double.NaN,
            (int) values.getCount(),
            values.getAverage(),
            values.getMin(),
            values.getMax());
  }

  /// The row of a method with the most examples that it has.
  static Optional<AdaptSummary> last(Adaptation adaptation, AdaptMethod method) {
    return adaptation.summaries().stream()
        .filter(summary -> summary.method() == method)
        .reduce((_, later) -> later);
  }
}
