package kelvin.experiment.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The share of right decisions, against the shares of the chosen labels: the reliability diagram
/// with ten bins of equal width, and the expected calibration error.
///
/// @param bins ten, by the share of the chosen label: from 0 to below 0.1, and so on; the last one
///     has 1 too
public record Reliability(List<Bin> bins) {

  /// The number of bins.
  public static final int BINS = 10;

  public Reliability {
    bins = List.copyOf(bins);
  }

  /// The items whose confidence lies in one tenth of the scale.
  ///
  /// @param confidence the mean share of the chosen labels; NaN in an empty bin
  /// @param accuracy the share of right decisions
  public record Bin(double confidence, Proportion accuracy) {

    public int count() {
      return accuracy.count();
    }

    /// Confidence less accuracy; positive if the decisions are surer than they are right.
    public double gap() {
      return confidence - accuracy.value();
    }
  }

  /// Sorts the decided items into the bins.
  public static Reliability of(Collection<Decision> decisions) {
    var counts = new int[BINS];
    var right = new int[BINS];
    var sums = new double[BINS];
    for (var decision : decisions) {
      if (decision.isDecided()) {
        int bin = binOf(decision.confidence());
        counts[bin]++;
        sums[bin] += decision.confidence();
        right[bin] += decision.isRight() ? 1 : 0;
      }
    }
    var bins = new ArrayList<Bin>();
    for (int i = 0; i < BINS; i++) {
      double confidence = counts[i] == 0 ? Double.NaN : sums[i] / counts[i];
      bins.add(new Bin(confidence, new Proportion(right[i], counts[i])));
    }
    return new Reliability(bins);
  }

  /// The bin of a share, 0-based.
  static int binOf(double share) {
    return Math.clamp((int) (share * BINS), 0, BINS - 1);
  }

  /// The expected calibration error: the mean of |confidence − accuracy| over the bins, each
  /// weighted by its items (M. P. Naeini, G. F. Cooper and M. Hauskrecht, “Obtaining well
  /// calibrated probabilities using Bayesian binning”, AAAI 2015; C. Guo et al., “On calibration of
  /// modern neural networks”, ICML 2017). From 0 to 1; NaN without a decided item.
  public double error() {
    int total = bins.stream().mapToInt(Bin::count).sum();
    double sum = 0;
    for (var bin : bins) {
      sum += bin.count() == 0 ? 0 : bin.count() * Math.abs(bin.gap());
    }
    return total == 0 ? Double.NaN : sum / total;
  }
}
