package kelvin.engine.next;

import kelvin.distribution.ChainEvaluator;
import kelvin.distribution.InvalidLogitsException;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StepContext;
import kelvin.distribution.TokenHistory;
import kelvin.distribution.TruncatedDistribution;
import kelvin.engine.ContextToken;
import kelvin.engine.Prediction;

/// An answer of the engine with the distribution that a sampler chain makes of it. Immutable.
public record NextToken(Prediction prediction, TruncatedDistribution distribution) {

  /// Evaluates an answer whose tokens all count as the prompt, with seed 0.
  ///
  /// @throws InvalidLogitsException when the chain leaves no distribution
  public static NextToken of(Prediction prediction, SamplerChain chain) {
    return of(prediction, chain, new ChainEvaluator());
  }

  /// Does the same with an evaluator that remembers earlier evaluations.
  ///
  /// @throws InvalidLogitsException when the chain leaves no distribution
  public static NextToken of(Prediction prediction, SamplerChain chain, ChainEvaluator evaluator) {
    var ids = idsBefore(prediction);
    var step = StepContext.of(TokenHistory.of(ids, ids.length));
    return new NextToken(prediction, evaluator.evaluate(prediction.logits(), chain, step));
  }

  /// The ids of the tokens before the one that the distribution is about.
  static int[] idsBefore(Prediction prediction) {
    return prediction.tokens().stream()
        .limit(prediction.position() + 1L)
        .mapToInt(ContextToken::id)
        .toArray();
  }

  /// The position of the token that the distribution is about, 0-based.
  public int position() {
    return prediction.position() + 1;
  }
}
