package kelvin.experiment.calibration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.experiment.measure.Decision;

/// Sets of labels that hold the right one at least as often as wanted: split conformal prediction
/// (V. Vovk, A. Gammerman and G. Shafer, “Algorithmic Learning in a Random World”, 2005; M.
/// Sadinle, J. Lei and L. Wasserman, “Least ambiguous set-valued classifiers with bounded error
/// levels”, JASA 114, 2019).
///
/// The score of a label is 1 less its share. A set has the labels whose score is at most the
/// ⌈(n + 1)(1 − α)⌉-th smallest score of the right labels of n calibration items. If a new item and
/// those are exchangeable (drawn in the same way, in no order that matters), its set holds the
/// right label with a probability of at least 1 − α, over both draws. Nothing is promised for one
/// item, one label or other data.
///
/// @param wanted 1 − α, between 0 and 1
/// @param count n, the number of calibration items
/// @param threshold the greatest score in a set; ∞ if n is too small to promise anything, so that
///     each set has all labels
public record ConformalSets(double wanted, int count, double threshold) {

  /// Nine times in ten.
  public static final double USUAL = 0.9;

  /// @param calibration decisions that the sets are not judged on; an undecided one has score 1
  /// @param wanted how often a set shall hold the right label
  /// @throws IllegalArgumentException when `wanted` is not between 0 and 1
  public static ConformalSets fit(Collection<Decision> calibration, double wanted) {
    if (!(wanted > 0 && wanted < 1)) {
      throw new IllegalArgumentException("must be between 0 and 1, was " + wanted);
    }
    var scores = calibration.stream().mapToDouble(ConformalSets::rightScore).sorted().toArray();
    return new ConformalSets(wanted, scores.length, threshold(scores, wanted));
  }

  private static double threshold(double[] sorted, double wanted) {
    double exact = (sorted.length + 1) * wanted;
    // 10 · 0.9 is a little more than 9 in floating point, and must not count as 10.
    int rank = Math.max(1, (int) Math.ceil(exact - 1e-9));
    return rank > sorted.length ? Double.POSITIVE_INFINITY : sorted[rank - 1];
  }

  private static double rightScore(Decision decision) {
    return decision.isDecided() ? 1 - decision.rightShare() : 1;
  }

  /// The labels of the set, 0-based; all of them where the shares do not exist, and perhaps none.
  ///
  /// @param shares by label
  public List<Integer> set(List<Double> shares) {
    return IntStream.range(0, shares.size())
        .filter(label -> !(1 - shares.get(label) > threshold))
        .boxed()
        .toList();
  }

  /// The coverage and size of the sets on other items.
  ///
  /// @param coverage the share of sets that hold the right label
  /// @param meanSize the mean number of labels in a set; NaN without items
  public record Outcome(double coverage, double meanSize, List<Integer> sizes) {

    public Outcome {
      sizes = List.copyOf(sizes);
    }
  }

  /// Judges the sets on items that they were not fitted on.
  public Outcome on(Collection<Decision> decisions) {
    var sizes = new ArrayList<Integer>();
    int held = 0;
    for (var decision : decisions) {
      var set = set(decision.shares());
      sizes.add(set.size());
      held += set.contains(decision.right()) ? 1 : 0;
    }
    double count = decisions.size();
    double total = sizes.stream().mapToInt(Integer::intValue).sum();
    return new Outcome(held / count, total / count, sizes);
  }
}
