package kelvin.engine;

import java.util.Collection;

/// The likelihood of a text for a model, over all tokens that have a score.
///
/// @param count the number of scored tokens
/// @param totalLogProbability Σ ln p(x_t | x_<t), nats
public record TextScore(int count, double totalLogProbability) {

  public static TextScore of(Collection<ContextToken> tokens) {
    int count = 0;
    double total = 0;
    for (var token : tokens) {
      if (token.score().isPresent()) {
        count++;
        total += token.score().get().logProbability();
      }
    }
    return new TextScore(count, total);
  }

  /// Mean of −ln p over the scored tokens, nats; NaN when none is scored.
  public double loss() {
    return count == 0 ? Double.NaN : -totalLogProbability / count;
  }

  /// e^loss; NaN when no token is scored.
  public double perplexity() {
    return Math.exp(loss());
  }
}
