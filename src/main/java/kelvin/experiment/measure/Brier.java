package kelvin.experiment.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/// The Brier score and its three parts: score = reliability − resolution + uncertainty.
///
/// The score of an item is Σ (p − 1[y])² over the labels (G. W. Brier, “Verification of forecasts
/// expressed in terms of probability”, Monthly Weather Review 78, 1950), from 0 to 2. The parts
/// are those of A. H. Murphy, “A new vector partition of the probability score”, Journal of
/// Applied Meteorology 12, 1973. They need groups of items with equal shares. Here a group is
/// the items with the same choice and the same tenth of its share, so the shares within a group
/// differ; the resolution takes up that difference (D. B. Stephenson, C. A. S. Coelho and
/// I. T. Jolliffe, “Two extra components in the Brier score decomposition”, Weather and
/// Forecasting 23, 2008), and the sum is exact.
///
/// @param score the mean over the decided items; NaN without one, as are the parts
/// @param reliability the squared distance between the mean shares and the frequencies of the
///     labels in each group; 0 for calibrated shares
/// @param resolution the squared distance between the frequencies in each group and those of all
///     items, less the variance of the shares within a group, plus twice their covariance with
///     what is right; can be below 0
/// @param uncertainty Σ f(1 − f) over the frequencies f of the labels; no forecast changes it
public record Brier(double score, double reliability, double resolution, double uncertainty) {

  public static Brier of(Collection<Decision> decisions) {
    var decided = decisions.stream().filter(Decision::isDecided).toList();
    if (decided.isEmpty()) {
      return new Brier(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double score = decided.stream().mapToDouble(Brier::of).sum() / decided.size();
    var all = new Group(decided);
    double uncertainty = 0;
    for (double frequency : all.frequencies) {
      uncertainty += frequency * (1 - frequency);
    }
    double reliability = 0;
    double resolution = 0;
    for (var group : groups(decided)) {
      double weight = (double) group.size / decided.size();
      reliability += weight * distance(group.shares, group.frequencies);
      resolution +=
          weight
              * (distance(group.frequencies, all.frequencies)
                  - group.varianceOfShares
                  + 2 * group.covariance);
    }
    return new Brier(score, reliability, resolution, uncertainty);
  }

  /// The score of one item; NaN where it is undecided.
  public static double of(Decision decision) {
    double sum = 0;
    for (int label = 0; label < decision.shares().size(); label++) {
      double difference = decision.shares().get(label) - hit(decision, label);
      sum += difference * difference;
    }
    return sum;
  }

  private static double hit(Decision decision, int label) {
    return decision.right() == label ? 1 : 0;
  }

  private static double distance(double[] some, double[] others) {
    double sum = 0;
    for (int i = 0; i < some.length; i++) {
      sum += (some[i] - others[i]) * (some[i] - others[i]);
    }
    return sum;
  }

  private record Key(int choice, int bin) {}

  private static List<Group> groups(List<Decision> decisions) {
    var members = new LinkedHashMap<Key, List<Decision>>();
    for (var decision : decisions) {
      var key = new Key(decision.choice().orElseThrow(), Reliability.binOf(decision.confidence()));
      members.computeIfAbsent(key, _ -> new ArrayList<>()).add(decision);
    }
    return members.values().stream().map(Group::new).toList();
  }

  /// Items whose shares count as equal.
  private static final class Group {

    private final int size;

    /// By label: the mean of the shares.
    private final double[] shares;

    /// By label: how often it is right.
    private final double[] frequencies;

    /// Summed over the labels.
    private final double varianceOfShares;

    /// Of the shares with what is right, summed over the labels.
    private final double covariance;

    Group(List<Decision> members) {
      size = members.size();
      int labels = members.getFirst().shares().size();
      shares = new double[labels];
      frequencies = new double[labels];
      for (var member : members) {
        for (int label = 0; label < labels; label++) {
          shares[label] += member.shares().get(label) / size;
          frequencies[label] += hit(member, label) / size;
        }
      }
      double variance = 0;
      double common = 0;
      for (var member : members) {
        for (int label = 0; label < labels; label++) {
          double share = member.shares().get(label) - shares[label];
          variance += share * share;
          common += share * (hit(member, label) - frequencies[label]);
        }
      }
      varianceOfShares = variance / size;
      covariance = common / size;
    }
  }
}
