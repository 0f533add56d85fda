package kelvin.distribution;

import kelvin.math.SoftmaxSums;

/// The unnormalised softmax weights `w = exp((l − l₁) / τ)` of a run of ranks, l₁ the logit of its
/// first, and their sums from the small end. One pass of `exp` in the constructor.
///
/// Immutable, and therefore not pooled: a distribution that is on show or in a trace must not
/// change when the next one is computed. At 150,000 tokens the two arrays are 2.4 MB a change of τ.
final class Weights {

  private final Logits logits;
  private final double temperature;
  private final int first;

  /// `mass[i]` and `weightedLog[i]` are of the ranks after `first − 1 + i`.
  private final double[] mass;

  private final double[] weightedLog;
  private final SoftmaxSums sums;

  private Weights(Logits logits, double temperature, int first, int last) {
    this.logits = logits;
    this.temperature = temperature;
    this.first = first;
    if (temperature == 0) {
      // Greedy is not a division: all mass on the first rank, the lowest id among the maxima.
      mass = new double[] {1, 0};
      weightedLog = new double[2];
      sums = SoftmaxSums.ONE;
    } else {
      mass = new double[last - first + 2];
      weightedLog = new double[last - first + 2];
      sums = SoftmaxSums.suffix(logits.sorted(), first - 1, last, temperature, mass, weightedLog);
    }
  }

  /// Of all tokens with a finite logit.
  static Weights of(Logits logits, double temperature) {
    return new Weights(logits, temperature, 1, logits.finiteCount());
  }

  /// Of the ranks `first` to `last`, both included and finite.
  static Weights of(Logits logits, double temperature, int first, int last) {
    return new Weights(logits, temperature, first, last);
  }

  Logits logits() {
    return logits;
  }

  double temperature() {
    return temperature;
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

  /// Σ w of the ranks after this one.
  double massAfter(int rank) {
    int i = rank - first + 1;
    return i < mass.length ? mass[i] : 0;
  }

  /// Σ w·x of the ranks after this one.
  double weightedLogAfter(int rank) {
    int i = rank - first + 1;
    return i < weightedLog.length ? weightedLog[i] : 0;
  }

  double weight(int rank) {
    return StrictMath.exp(log(rank));
  }

  /// x = (l − l₁) / τ; subtracting first keeps a tiny τ from overflowing.
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
