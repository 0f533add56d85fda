package kelvin.distribution;

import kelvin.math.Exponential;
import kelvin.math.SecondMoments;
import kelvin.math.SoftmaxSums;
import org.jspecify.annotations.Nullable;

/// The unnormalised softmax weights `w = exp((l − l₁) / τ)` of a range of ranks, and their sums
/// from the small end. l₁ is the logit of the first rank. The constructor makes one pass of
/// `exp`.
///
/// Immutable, so its arrays are not pooled: a distribution on display or in a trace must not
/// change when the next one is computed. At 150,000 tokens each change of τ allocates 1.2 MB.
final class Weights {

  private final Logits logits;
  private final double temperature;
  private final int first;

  /// `mass[i]` is the mass of all ranks after `first − 1 + i`.
  private final double[] mass;

  private final SoftmaxSums sums;

  private @Nullable SecondMoments moments;

  private Weights(Logits logits, double temperature, int first, int last) {
    this.logits = logits;
    this.temperature = temperature;
    this.first = first;
    if (temperature == 0) {
      // Greedy is not a division: all mass on the first rank, the lowest id among the maxima.
      mass = new double[] {1, 0};
      sums = SoftmaxSums.ONE;
    } else {
      mass = new double[last - first + 2];
      sums = SoftmaxSums.suffix(logits.sorted(), first - 1, last, temperature, mass);
    }
  }

  /// The weights of all tokens with a finite logit.
  static Weights of(Logits logits, double temperature) {
    return new Weights(logits, temperature, 1, logits.finiteCount());
  }

  /// The weights of the ranks `first` to `last`, both included and finite.
  static Weights of(Logits logits, double temperature, int first, int last) {
    return new Weights(logits, temperature, first, last);
  }

  Logits logits() {
    return logits;
  }

  double temperature() {
    return temperature;
  }

  /// The last rank, which is the least probable one.
  int last() {
    return first + mass.length - 2;
  }

  /// The rank whose weight is 1.
  int first() {
    return first;
  }

  SoftmaxSums sums() {
    return sums;
  }

  double total() {
    return sums.total();
  }

  /// Σ w over the ranks after this one.
  double massAfter(int rank) {
    int i = rank - first + 1;
    return i < mass.length ? mass[i] : 0;
  }

  /// Σ w·x over the ranks `from` to `to`, both included, from the small end. Needs no further
  /// `exp`: a weight is the difference of two masses, exact to half a unit in the last place of
  /// the larger one.
  double weightedLog(int from, int to) {
    var sorted = logits.sorted();
    double max = sorted[first - 1];
    double logs = 0;
    for (int i = Math.min(to - first, mass.length - 2); i >= from - first; i--) {
      double weight = mass[i] - mass[i + 1];
      double x = (sorted[first - 1 + i] - max) / temperature;
      logs += weight > 0 ? weight * x : 0;
    }
    return logs;
  }

  /// Sums of squares, computed in a separate pass on the first call.
  SecondMoments moments() {
    var known = moments;
    if (known == null) {
      known =
          temperature == 0
              ? SecondMoments.ONE
              : SecondMoments.of(logits.sorted(), first - 1, last(), temperature);
      moments = known;
    }
    return known;
  }

  double weight(int rank) {
    return Exponential.of(log(rank));
  }

  /// x = (l − l₁) / τ. Subtracting first prevents an overflow at a tiny τ.
  double log(int rank) {
    if (temperature == 0) {
      return rank == first ? 0 : Double.NEGATIVE_INFINITY;
    }
    double logit = logits.atRank(rank);
    return logit == Double.NEGATIVE_INFINITY
        ? Double.NEGATIVE_INFINITY
        : (logit - logits.atRank(first)) / temperature;
  }
}
