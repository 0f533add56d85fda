package kelvin.ui.watch;

import java.util.List;
import java.util.Optional;
import kelvin.distribution.TruncatedDistribution;

/// Where a watched row stands in a distribution. Of several tokens the probabilities are sums; rank
/// and logit are those of the most probable one.
///
/// @param rank 1-based
/// @param logit after penalties and biases
/// @param probability at τ = 1, nothing removed
/// @param scaledProbability at the temperature, nothing removed
/// @param finalProbability what the draw uses
/// @param removedBy the stage that removed all of them (that of the most probable one), or empty
public record WatchedNumbers(
    int rank,
    double logit,
    double probability,
    double scaledProbability,
    double finalProbability,
    String removedBy) {

  /// @param ids each once; those that the distribution does not have are left out
  /// @return none when it has none of them
  static Optional<WatchedNumbers> of(List<Integer> ids, TruncatedDistribution distribution) {
    var logits = distribution.scaled().logits();
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
      own += distribution.unscaled().probability(rank);
      scaled += distribution.scaled().probability(rank);
      last += distribution.finalProbability(rank);
      kept |= distribution.isKept(rank);
    }
    var removedBy = kept ? "" : distribution.removedBy(best).map(s -> s.name()).orElse("");
    return Optional.of(new WatchedNumbers(best, logits.atRank(best), own, scaled, last, removedBy));
  }
}
