package kelvin.experiment.adapt;

import java.util.List;
import java.util.function.ToDoubleFunction;
import kelvin.experiment.measure.Proportion;

/// A method with one number of examples, over the seeds.
///
/// @param seeds the number of draws
/// @param accuracy the mean; each other number is a mean too
/// @param lowest the accuracy of the worst draw
/// @param highest the accuracy of the best draw
/// @param interval of 95 % for the mean accuracy, by Wilson on the test inputs: what other inputs
///     may change. Draws of examples are not in it
public record AdaptSummary(
    AdaptMethod method,
    int examples,
    int seeds,
    double accuracy,
    double lowest,
    double highest,
    Proportion.Interval interval,
    double logLoss,
    double brier,
    AdaptPoint.Costs costs) {

  /// @param points of one method and number of examples, at least one
  public static AdaptSummary of(List<AdaptPoint> points) {
    var first = points.getFirst();
    double accuracy = mean(points, point -> point.accuracy().value());
    int count = first.accuracy().count();
    return new AdaptSummary(
        first.method(),
        first.examples(),
        points.size(),
        accuracy,
        points.stream().mapToDouble(p -> p.accuracy().value()).min().orElseThrow(),
        points.stream().mapToDouble(p -> p.accuracy().value()).max().orElseThrow(),
        count == 0
            ? new Proportion.Interval(0, 1)
            : new Proportion((int) Math.round(accuracy * count), count).interval(),
        mean(points, AdaptPoint::logLoss),
        mean(points, AdaptPoint::brier),
        new AdaptPoint.Costs(
            mean(points, point -> point.costs().adaptSeconds()),
            mean(points, point -> point.costs().answerSeconds()),
            Math.round(mean(points, point -> point.costs().bytes()))));
  }

  private static double mean(List<AdaptPoint> points, ToDoubleFunction<AdaptPoint> value) {
    return points.stream().mapToDouble(value).sum() / points.size();
  }
}
