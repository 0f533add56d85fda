package kelvin.engine.label;

import java.util.List;

/// A label with its log-likelihood after the prompt, token by token.
///
/// Always uses the model's own distribution. A temperature would change which label of several
/// tokens is the most probable, and a cut would make a removed label impossible.
///
/// @param text the label exactly as it follows the prompt
/// @param tokens the scored tokens, at least one
public record ScoredLabel(String text, List<LabelToken> tokens) {

  public ScoredLabel {
    tokens = List.copyOf(tokens);
  }

  List<Integer> tokenIds() {
    return tokens.stream().map(LabelToken::id).toList();
  }

  /// Σ ln p of its tokens, nats; −∞ when one of them is impossible.
  public double logProbability() {
    double sum = 0;
    for (var token : tokens) {
      sum += token.score().logProbability();
    }
    return sum;
  }

  /// e^logProbability: the probability that the text continues with this label.
  public double probability() {
    return StrictMath.exp(logProbability());
  }

  /// The lengths that normalisations divide by.
  public LabelLength length() {
    return LabelLength.of(text, tokens.size());
  }
}
