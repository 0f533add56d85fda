package kelvin.experiment.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Risk against coverage: what becomes of the errors if only the surest decisions are taken
/// (R. El-Yaniv and Y. Wiener, “On the foundations of noise-free selective classification”, JMLR
/// 11, 2010; Y. Geifman and R. El-Yaniv, “Selective classification for deep neural networks”,
/// NIPS 2017).
///
/// @param count the number of items, undecided ones too; those are never taken
/// @param points by decreasing threshold, one for each different confidence
public record RiskCoverage(int count, List<Point> points) {

  public RiskCoverage {
    points = List.copyOf(points);
  }

  /// The decisions that are taken at a threshold.
  ///
  /// @param threshold decisions of at least this confidence are taken
  /// @param coverage the share of all items that are taken, from 0 to 1
  /// @param errors the wrong ones of those taken
  public record Point(double threshold, double coverage, Proportion errors) {

    /// The share of wrong decisions of those taken, from 0 to 1.
    public double risk() {
      return errors.value();
    }
  }

  public static RiskCoverage of(Collection<Decision> decisions) {
    var sorted =
        decisions.stream()
            .filter(Decision::isDecided)
            .sorted(Comparator.comparingDouble(Decision::confidence).reversed())
            .toList();
    var points = new ArrayList<Point>();
    int wrong = 0;
    for (int i = 0; i < sorted.size(); i++) {
      wrong += sorted.get(i).isRight() ? 0 : 1;
      double confidence = sorted.get(i).confidence();
      // Equally sure decisions are taken together.
      if (i + 1 == sorted.size() || sorted.get(i + 1).confidence() < confidence) {
        points.add(
            new Point(confidence, (i + 1.0) / decisions.size(), new Proportion(wrong, i + 1)));
      }
    }
    return new RiskCoverage(decisions.size(), points);
  }

  /// The point of any threshold; empty if nothing is taken there.
  public Optional<Point> at(double threshold) {
    return points.stream()
        .filter(point -> point.threshold() >= threshold)
        .reduce((_, last) -> last)
        .map(point -> new Point(threshold, point.coverage(), point.errors()));
  }

  /// The threshold that takes the most items with at most the wanted share of errors among those
  /// taken; empty if no threshold does. It was chosen because it passes on these items, so on
  /// others the error is often above the wanted share: choose it on the train part, judge it on
  /// the test part.
  ///
  /// @param risk from 0 to 1
  public Optional<Point> forRisk(double risk) {
    return points.stream()
        .filter(point -> point.risk() <= risk)
        .max(Comparator.comparingDouble(Point::coverage));
  }

  /// The area under the curve, from 0 to 1: the mean risk over the coverages that decided items
  /// reach. NaN without such items.
  public double area() {
    double sum = 0;
    double before = 0;
    for (var point : points) {
      sum += point.risk() * (point.coverage() - before);
      before = point.coverage();
    }
    return before == 0 ? Double.NaN : sum / before;
  }
}
