package kelvin.engine.expansion;

import java.util.List;
import java.util.Optional;
import kelvin.engine.path.SearchEnd;

/// An expansion as far as it has come, with the beginnings of its most probable leaves.
///
/// `covered + unexplored` is 1, up to rounding.
///
/// @param prefixes each after the one before it; leaves that begin alike share theirs
/// @param leaves the number of leaves, those without a place in the list included
/// @param covered the probability of all leaves
/// @param unexplored the probability of all other continuations of the same depth
/// @param runs the number of runs of the model
/// @param end the reason why it is over; empty while it goes on
/// @param beam a beam search of the same depth, if one was asked for and the expansion is over
public record Expanded(
    List<Prefix> prefixes,
    int leaves,
    double covered,
    double unexplored,
    int runs,
    Optional<SearchEnd> end,
    Optional<BeamLoss> beam) {

  public Expanded {
    prefixes = List.copyOf(prefixes);
  }
}
