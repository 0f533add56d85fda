package kelvin.experiment.adapt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/// The comparison of the ways to adapt a model.
///
/// @param points in the order of the table: method, number of examples, seed
/// @param problems the ones that could not be measured
public record Adaptation(Facts facts, List<AdaptPoint> points, List<AdaptProblem> problems) {

  public Adaptation {
    points = List.copyOf(points);
    problems = List.copyOf(problems);
  }

  /// The conditions of a comparison.
  ///
  /// @param model the model's name
  /// @param data the name of the data set
  /// @param task the name of the task
  /// @param tests the number of test inputs
  /// @param seed of the first draw; the others follow
  /// @param seeds the number of draws
  /// @param depth the word for the weights that are trained
  /// @param planned the number of points to measure
  /// @param partial true if it was cancelled before the last one
  /// @param seconds the whole time
  public record Facts(
      String model,
      String data,
      String task,
      int tests,
      long seed,
      int seeds,
      String depth,
      int planned,
      boolean partial,
      double seconds) {}

  /// The number of points that were measured or refused.
  int done() {
    var measured = new HashSet<AdaptPoint.Key>();
    points.forEach(point -> measured.add(point.key()));
    problems.forEach(problem -> measured.add(problem.key()));
    return measured.size();
  }

  /// One row for each method and number of examples, over all seeds.
  public List<AdaptSummary> summaries() {
    var summaries = new ArrayList<AdaptSummary>();
    for (var method : AdaptMethod.ALL) {
      var counts = new TreeSet<Integer>();
      points.stream().filter(p -> p.method() == method).forEach(p -> counts.add(p.examples()));
      for (int count : counts) {
        summaries.add(
            AdaptSummary.of(
                points.stream()
                    .filter(p -> p.method() == method && p.examples() == count)
                    .toList()));
      }
    }
    return summaries;
  }

  /// The methods with a point, in the order of the table.
  public List<AdaptMethod> methods() {
    return AdaptMethod.ALL.stream()
        .filter(method -> points.stream().anyMatch(point -> point.method() == method))
        .toList();
  }
}
