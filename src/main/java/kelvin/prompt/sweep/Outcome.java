package kelvin.prompt.sweep;

import java.util.List;
import java.util.OptionalDouble;

/// The model's scores for one prompt of a sweep.
///
/// @param logProbabilities of the labels, nats: of all that the model might say
/// @param shares of the labels among themselves, after the normalisation in use; they sum to 1
public record Outcome(Variant variant, List<Double> logProbabilities, List<Double> shares) {

  public Outcome {
    logProbabilities = List.copyOf(logProbabilities);
    shares = List.copyOf(shares);
  }

  /// The model's probability of the right answer; none where nobody said which is right.
  public OptionalDouble answerProbability() {
    var log = answerLogProbability();
    return log.isEmpty() ? log : OptionalDouble.of(StrictMath.exp(log.getAsDouble()));
  }

  /// Its logarithm, nats.
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

  /// The label with the greatest share, the first of equals.
  public int chosen() {
    int best = 0;
    for (int i = 1; i < shares.size(); i++) {
      best = shares.get(i) > shares.get(best) ? i : best;
    }
    return best;
  }

  /// What the sweep is about: how well the right answer stands. Among several labels that is its
  /// share, for a single one the model's own probability.
  public OptionalDouble merit() {
    return shares.size() > 1 ? answerShare() : answerProbability();
  }
}
