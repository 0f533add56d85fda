package kelvin.engine.expansion;

import java.util.List;

/// A continuation of the whole depth, or one that ended before.
///
/// @param ids its tokens, with the end-of-text token if it ended
/// @param text of its tokens; special ones have none
/// @param logProbability ln of the joint probability of its tokens at τ = 1, nats
/// @param ended whether an end-of-text token is its last one
public record Leaf(List<Integer> ids, String text, double logProbability, boolean ended) {

  public Leaf {
    ids = List.copyOf(ids);
  }

  public double probability() {
    return StrictMath.exp(logProbability);
  }
}
