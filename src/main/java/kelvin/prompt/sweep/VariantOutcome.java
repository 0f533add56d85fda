package kelvin.prompt.sweep;

import java.util.List;
import java.util.OptionalDouble;

/// The label scores of one prompt of a sweep.
///
/// @param logProbabilities the labels' log-probabilities among all possible continuations, nats
/// @param shares the labels' shares after the normalisation in use; they sum to 1
public record VariantOutcome(Variant variant, List<Double> logProbabilities, List<Double> shares) {

  public VariantOutcome {
    logProbabilities = List.copyOf(logProbabilities);
    shares = List.copyOf(shares);
  }

  /// The model's probability of the right answer; empty if nobody named a right answer.
  public OptionalDouble answerProbability() {
    var log = answerLogProbability();
    return log.isEmpty() ? log : OptionalDouble.of(StrictMath.exp(log.getAsDouble()));
  }

  /// The logarithm of `answerProbability`, nats.
  public OptionalDouble answerLogProbability() {
    var index = variant.trial().answerIndex();
    return index.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(logProbabilities.get(index.getAsInt()));
  }

  /// The right answer's share among the labels.
  public OptionalDouble answerShare() {
    var index = variant.trial().answerIndex();
    return index.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(shares.get(index.getAsInt()));
  }

  /// The label with the greatest share; the first one if several are equal.
  public int chosen() {
    int best = 0;
    for (int i = 1; i < shares.size(); i++) {
      best = shares.get(i) > shares.get(best) ? i : best;
    }
    return best;
  }

  /// The quantity that the sweep follows for the right answer: its share among several labels, or
  /// the model's own probability of a single label.
  public OptionalDouble merit() {
    return shares.size() > 1 ? answerShare() : answerProbability();
  }
}
