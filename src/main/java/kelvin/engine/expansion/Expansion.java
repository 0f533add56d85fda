package kelvin.engine.expansion;

import java.util.List;
import java.util.Optional;
import kelvin.engine.path.SearchEnd;

/// The result of an expansion.
///
/// `covered + unexplored` is 1, up to rounding.
///
/// @param leaves by probability, descending; those of equal probability in the order of finding
/// @param count the number of leaves, those that are left out of the list included
/// @param covered the probability of all leaves
/// @param unexplored the probability of all other continuations of the same depth
/// @param runs the number of runs of the model
/// @param beam a beam search of the same depth, if one was asked for and nothing was cancelled
public record Expansion(
    List<Leaf> leaves,
    int count,
    double covered,
    double unexplored,
    int runs,
    SearchEnd end,
    Optional<BeamLoss> beam) {

  public Expansion {
    leaves = List.copyOf(leaves);
  }

  /// The same with only the most probable leaves listed.
  public Expansion first(int max) {
    return new Expansion(
        leaves.subList(0, Math.min(max, leaves.size())),
        count,
        covered,
        unexplored,
        runs,
        end,
        beam);
  }
}
