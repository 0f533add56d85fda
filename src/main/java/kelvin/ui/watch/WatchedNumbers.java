package kelvin.ui.watch;

import java.util.List;
import java.util.Optional;
import kelvin.distribution.TopBounds;
import kelvin.distribution.TruncatedDistribution;
import kelvin.ui.control.Numbers;

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
    var bounds = TopBounds.of(distribution);
    if (bounds.isPresent()) {
      return Optional.of(known(ranks, distribution, bounds.get()));
    }
    for (int rank : ranks) {
      own += distribution.ownProbability(rank);
      scaled += distribution.scaled().probability(rank);
      last += distribution.finalProbability(rank);
      kept |= distribution.isKept(rank);
    }
    var fate = kept ? "" : distribution.reason(best).map(WatchedNumbers::fate).orElse("");
    return Optional.of(new WatchedNumbers(best, logits.atRank(best), own, scaled, last, fate));
  }

  /// Numbers that are known only between bounds are NaN, and the fate has the bound.
  private static WatchedNumbers known(
      List<Integer> ranks, TruncatedDistribution distribution, TopBounds bounds) {
    int best = ranks.getFirst();
    if (!ranks.stream().allMatch(bounds::isKnown)) {
      double most = ranks.stream().mapToDouble(rank -> bounds.scaled(rank).high()).sum();
      return new WatchedNumbers(
          bounds.isKnown(best) ? best : bounds.top().count() + 1,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          "at most " + Numbers.percent(Math.min(1, most)) + " %, not listed by the server");
    }
    double own = 0;
    double scaled = 0;
    double last = 0;
    for (int rank : ranks) {
      own += bounds.own(rank).value();
      scaled += bounds.scaled(rank).value();
      last += bounds.last(rank).value();
    }
    return new WatchedNumbers(best, distribution.logits().atRank(best), own, scaled, last, "");
  }

  private static String fate(String reason) {
    return reason.equals(TruncatedDistribution.IMPOSSIBLE) ? reason : "removed by " + reason;
  }
}
