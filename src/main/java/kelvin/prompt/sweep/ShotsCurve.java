package kelvin.prompt.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/// Computes a probability as a function of the number of shots: in the given order, and over the
/// shuffles.
public final class ShotsCurve {

  private ShotsCurve() {}

  /// @param given the value in the given order
  /// @param draws the number of shuffles that the other values cover
  /// @param mean the mean over the shuffles; NaN without shuffles, like the percentiles
  /// @param low the tenth percentile
  /// @param high the ninetieth percentile
  public record Point(int shots, double given, int draws, double mean, double low, double high) {}

  /// The curve of the right answer's probability among all possible continuations.
  public static List<Point> ofAnswer(List<VariantOutcome> outcomes) {
    return of(outcomes, VariantOutcome::answerProbability);
  }

  /// The curve of one label's share.
  ///
  /// @param label the label's index, 0-based; the labels must be the same in all outcomes
  public static List<Point> ofLabel(List<VariantOutcome> outcomes, int label) {
    return of(outcomes, outcome -> OptionalDouble.of(outcome.shares().get(label)));
  }

  /// The curve of one label's probability among all possible continuations.
  ///
  /// @param label the label's index, 0-based; the labels must be the same in all outcomes
  public static List<Point> ofLabelProbability(List<VariantOutcome> outcomes, int label) {
    return of(
        outcomes,
        outcome -> OptionalDouble.of(StrictMath.exp(outcome.logProbabilities().get(label))));
  }

  private static List<Point> of(
      List<VariantOutcome> outcomes, Function<VariantOutcome, OptionalDouble> measure) {
    var byShots = new TreeMap<Integer, java.util.ArrayList<VariantOutcome>>();
    for (var outcome : outcomes) {
      byShots
          .computeIfAbsent(outcome.variant().shots(), _ -> new java.util.ArrayList<>())
          .add(outcome);
    }
    return byShots.entrySet().stream()
        .map(entry -> point(entry.getKey(), entry.getValue(), measure))
        .toList();
  }

  private static Point point(
      int shots, List<VariantOutcome> outcomes, Function<VariantOutcome, OptionalDouble> measure) {
    double given =
        outcomes.stream()
            .filter(outcome -> outcome.variant().draw() == 0)
            .map(measure)
            .mapToDouble(value -> value.orElse(Double.NaN))
            .findFirst()
            .orElse(Double.NaN);
    double[] drawn =
        outcomes.stream()
            .filter(outcome -> outcome.variant().draw() > 0)
            .map(measure)
            .flatMapToDouble(OptionalDouble::stream)
            .sorted()
            .toArray();
    return new Point(
        shots,
        given,
        drawn.length,
        Arrays.stream(drawn).average().orElse(Double.NaN),
        quantile(drawn, 0.1),
        quantile(drawn, 0.9));
  }

  /// Interpolates linearly between the two nearest values (type 7 of Hyndman and Fan, 1996).
  static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
