package kelvin.prompt.sweep;

import java.util.List;

/// Measures the spread of the labels over several inputs for one order of the examples (Lu et al.,
/// "Fantastically Ordered Prompts and Where to Find Them", 2022). An order that always gives the
/// same label has a low entropy; no right answers are needed to see that. Both measures are in
/// nats.
public final class OrderEntropy {

  private OrderEntropy() {}

  /// The entropy of the histogram of the chosen labels (GlobalE).
  ///
  /// @param shares the labels' shares for each input
  public static double global(List<List<Double>> shares) {
    var counts = new int[shares.getFirst().size()];
    for (var each : shares) {
      int best = 0;
      for (int label = 1; label < each.size(); label++) {
        best = each.get(label) > each.get(best) ? label : best;
      }
      counts[best]++;
    }
    double entropy = 0;
    for (int count : counts) {
      entropy += term((double) count / shares.size());
    }
    return entropy;
  }

  /// The mean over the inputs of the entropy of the labels' shares (LocalE).
  ///
  /// @param shares the labels' shares for each input
  public static double local(List<List<Double>> shares) {
    double total = 0;
    for (var each : shares) {
      for (double share : each) {
        total += term(share);
      }
    }
    return total / shares.size();
  }

  private static double term(double share) {
    return share > 0 ? -share * StrictMath.log(share) : 0;
  }
}
