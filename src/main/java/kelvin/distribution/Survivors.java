package kelvin.distribution;

/// The tokens that the stages so far have kept, renormalised: a range of ranks, and the input of
/// the next stage.
///
/// Most cuts keep the first ranks. Typical sampling and XTC may also remove rank 1, so survivors
/// are the ranks from `first()` to `last()`, both included. Tokens with a logit of −∞ are never
/// survivors: no tool could draw one. Immutable.
public final class Survivors {

  /// Up to this many survivors are summed one by one, because the difference of two large sums
  /// would lose digits.
  private static final int MAX_SUMMED_SINGLY = 16;

  /// Survivors with less than this share of the mass from the first of them on are summed one by
  /// one too. They are few, since each weighs at least as much as each token after them.
  private static final double MIN_EXACT_SHARE = 1e-3;

  /// Below this, the weights are computed again relative to the first survivor.
  private static final double NEAR_UNDERFLOW = 1e-150;

  private final Weights weights;
  private final int first;
  private final int last;
  private final double mass;
  private final double logMass;

  /// True if the sums over all weights are exact enough for these ranks.
  private final boolean sumsAreExact;

  /// NaN until it is needed. Two threads may both compute it, with the same result.
  private double entropy = Double.NaN;

  private Survivors(Weights weights, int first, int last) {
    this.weights = weights;
    this.first = first;
    this.last = last;
    double following = weights.massAfter(first - 1);
    double difference = following - weights.massAfter(last);
    sumsAreExact = count() > MAX_SUMMED_SINGLY && difference >= MIN_EXACT_SHARE * following;
    if (sumsAreExact) {
      mass = difference;
    } else {
      double sum = 0;
      for (int rank = last; rank >= first; rank--) {
        sum += weights.weight(rank);
      }
      mass = sum;
    }
    logMass = StrictMath.log(mass);
  }

  /// Σ w·x over these ranks.
  private double weightedLog() {
    if (first == weights.first() && weights.massAfter(last) == 0) {
      return weights.sums().weightedLog();
    }
    if (sumsAreExact) {
      int outside = weights.last() - weights.first() + 1 - count();
      return count() <= outside
          ? weights.weightedLog(first, last)
          : weights.sums().weightedLog()
              - weights.weightedLog(weights.first(), first - 1)
              - weights.weightedLog(last + 1, weights.last());
    }
    double logs = 0;
    for (int rank = last; rank >= first; rank--) {
      double weight = weights.weight(rank);
      logs += weight > 0 ? weight * weights.log(rank) : 0;
    }
    return logs;
  }

  /// All tokens with a finite logit.
  public static Survivors all(Distribution distribution) {
    return of(distribution.weights(), 1, distribution.logits().finiteCount());
  }

  private static Survivors of(Weights weights, int first, int last) {
    boolean vanishing =
        first > weights.first()
            && (weights.temperature() == 0 || weights.massAfter(first - 1) < NEAR_UNDERFLOW);
    return new Survivors(
        vanishing ? Weights.of(weights.logits(), weights.temperature(), first, last) : weights,
        first,
        last);
  }

  /// The ranks `from` to `to` of these survivors, both included.
  public Survivors keep(int from, int to) {
    if (from < first || to > last || from > to) {
      throw new IllegalArgumentException(
          "ranks " + from + " to " + to + " are not among " + first + " to " + last);
    }
    return from == first && to == last ? this : of(weights, from, to);
  }

  /// The first `count` of these survivors; all of them if there are fewer.
  public Survivors keepFirst(int count) {
    return keep(first, (int) Math.min(last, (long) first + Math.max(1, count) - 1));
  }

  /// The same tokens at another temperature.
  Survivors at(Distribution other) {
    return of(other.weights(), first, last);
  }

  public Logits logits() {
    return weights.logits();
  }

  public double temperature() {
    return weights.temperature();
  }

  /// The rank of the most probable survivor.
  public int first() {
    return first;
  }

  /// The rank of the min probable survivor.
  public int last() {
    return last;
  }

  public int count() {
    return last - first + 1;
  }

  public boolean has(int rank) {
    return rank >= first && rank <= last;
  }

  /// The probability, renormalised over the survivors; 0 for other tokens.
  public double probability(int rank) {
    return has(rank) ? Math.min(1, weights.weight(rank) / mass) : 0;
  }

  /// −ln p in nats; +∞ for tokens that are not survivors.
  public double surprisal(int rank) {
    return has(rank) ? logMass - weights.log(rank) : Double.POSITIVE_INFINITY;
  }

  /// The mass of the survivors above this rank, 0..1.
  public double massAbove(int rank) {
    return rank <= first
        ? 0
        : (weights.massAfter(first - 1) - weights.massAfter(Math.min(rank - 1, last))) / mass;
  }

  /// The mass of this rank and of the survivors above it, 0..1.
  public double cumulative(int rank) {
    return rank >= last ? 1 : massAbove(rank + 1);
  }

  /// The mass of the survivors `from` to `to`, both included, 0..1.
  double massOf(int from, int to) {
    return (weights.massAfter(from - 1) - weights.massAfter(to)) / mass;
  }

  /// The mass that is removed by keeping only `kept` of these, 0..1.
  double massWithout(Survivors kept) {
    double above = weights.massAfter(first - 1) - weights.massAfter(kept.first - 1);
    double below = weights.massAfter(kept.last) - weights.massAfter(last);
    return Math.clamp((above + below) / mass, 0, 1);
  }

  /// Entropy in nats.
  public double entropy() {
    if (Double.isNaN(entropy)) {
      entropy = Math.max(0, logMass - weightedLog() / mass);
    }
    return entropy;
  }

  /// The number of survivors with less than `share` of the mass strictly above them; at least 1.
  int countWithLessAbove(double share) {
    // above(r) < share, rewritten with suffix sums, which keep the digits of small tails
    double threshold = (1 - share) * weights.massAfter(first - 1) + share * weights.massAfter(last);
    int low = first;
    int high = last;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (weights.massAfter(middle - 1) > threshold) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low - first + 1;
  }

  /// The number of survivors with a probability of at least `min`.
  int countWithProbability(double min) {
    int low = first - 1;
    int high = last;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (probability(middle) >= min) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low - first + 1;
  }

  /// The first rank whose cumulative mass exceeds `share`, in [0, 1).
  int rankExceeding(double share) {
    double start = weights.massAfter(first - 1);
    double target = share * mass;
    int low = first;
    int high = last;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start - weights.massAfter(middle) > target) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
