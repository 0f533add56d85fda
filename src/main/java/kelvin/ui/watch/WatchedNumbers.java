package kelvin.ui.watch;

import java.util.List;
import java.util.Optional;
import kelvin.distribution.TruncatedDistribution;

/// The numbers of a watched row in a distribution. For several tokens, probabilities are sums; rank
/// and logit belong to the most probable token.
///
/// @param rank 1-based
/// @param logit after penalties and biases
/// @param probability the model's own: τ = 1, before penalties, biases and cuts
/// @param scaledProbability at the temperature, after penalties and biases, before cuts
/// @param finalProbability the probability that the draw uses
/// @param fate the reason why no token can be drawn (for the most probable one), or empty
public record WatchedNumbers(
    int rank,
    double logit,
    double probability,
    double scaledProbability,
    double finalProbability,
    String fate) {

  /// @param ids each once; ids outside the distribution are ignored
  /// @return none when no id is in the distribution
  static Optional<WatchedNumbers> of(List<Integer> ids, TruncatedDistribution distribution) {
    var logits = distribution.logits();
    var ranks =
        ids.stream().filter(id -> id < logits.count()).map(logits::rankOf).sorted().toList();
    if (ranks.isEmpty()) {
      return Optional.empty();
    }
    int best = ranks.getFirst();
    double own = 0;
    double scaled = 0;
    double last = 0;
    boolean kept = false;
    for (int rank : ranks) {
      own += distribution.ownProbability(rank);
      scaled += distribution.scaled().probability(rank);
      last += distribution.finalProbability(rank);
      kept |= distribution.isKept(rank);
    }
    var fate = kept ? "" : distribution.reason(best).map(WatchedNumbers::fate).orElse("");
    return Optional.of(new WatchedNumbers(best, logits.atRank(best), own, scaled, last, fate));
  }

  private static String fate(String reason) {
    return reason.equals(TruncatedDistribution.IMPOSSIBLE) ? reason : "removed by " + reason;
  }
}
