package kelvin.prompt.sweep;

import java.util.List;

/// Measures how evenly an order of the examples spreads the labels over several inputs (Lu et al.,
/// "Fantastically Ordered Prompts and Where to Find Them", 2022). An order that always says the
/// same label has little; it takes no right answers to see that. Both in nats.
public final class OrderEntropy {

  private OrderEntropy() {}

  /// Entropy of the histogram of the chosen labels (GlobalE).
  ///
  /// @param shares of the labels, by input
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

  /// Mean over the inputs of the entropy of the labels' shares (LocalE).
  ///
  /// @param shares of the labels, by input
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
