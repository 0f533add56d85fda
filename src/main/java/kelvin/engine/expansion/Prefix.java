package kelvin.engine.expansion;

/// A beginning of leaves: a token after the beginning before it.
///
/// @param parent the place of the beginning before it in the list; −1 after the context
/// @param depth the number of tokens, from 1
/// @param logProbability ln of the joint probability of its tokens at τ = 1, nats
/// @param leaf whether it is a leaf itself
public record Prefix(int parent, int id, int depth, double logProbability, boolean leaf) {

  public double probability() {
    return StrictMath.exp(logProbability);
  }
}
