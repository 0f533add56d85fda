package kelvin.engine.next;

import java.util.HashMap;
import java.util.Map;
import kelvin.distribution.ChainEvaluator;
import kelvin.distribution.Draw;
import kelvin.distribution.DrawMode;
import kelvin.distribution.InvalidLogitsException;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StepContext;
import kelvin.distribution.TokenHistory;
import kelvin.distribution.TokenScore;
import kelvin.engine.GeneratedStep;
import kelvin.engine.Prediction;

/// Evaluates the answers to a growing text, draws from them, and remembers what later steps need.
/// No model is run. Used by one thread.
public final class NextTokenEvaluator {

  private final ChainEvaluator evaluator = new ChainEvaluator();

  /// Mirostat's bound by step, as the steps before left it.
  private final Map<Integer, Double> mirostat = new HashMap<>();

  /// Evaluates an answer; exponentials are computed only where logits or temperature are new.
  ///
  /// @param seed of stages that take chances
  /// @throws InvalidLogitsException when the chain leaves no distribution
  public NextToken evaluate(Prediction prediction, SamplerChain chain, long seed) {
    var ids = NextToken.idsBefore(prediction);
    int promptLength = Math.min(prediction.generatedFrom(), ids.length);
    int step = ids.length - promptLength;
    var context =
        new StepContext(
            TokenHistory.of(ids, promptLength),
            seed,
            step,
            mirostat.getOrDefault(step, Double.NaN));
    return new NextToken(prediction, evaluator.evaluate(prediction.logits(), chain, context));
  }

  /// Draws the step with this number, 0-based.
  public ChosenToken draw(NextToken next, DrawMode mode, long seed, int step) {
    return choose(next, mode.draw(next.distribution(), seed, step), step, false);
  }

  /// Takes a token for the step with this number, 0-based.
  public ChosenToken force(NextToken next, int step, int tokenId) {
    int rank = next.distribution().logits().rankOf(tokenId);
    return choose(next, new Draw(rank, tokenId, Double.NaN), step, true);
  }

  private ChosenToken choose(NextToken next, Draw draw, int step, boolean forced) {
    remember(next, draw, step);
    // Edits may have changed what was drawn from: the score is the model's own, as in the prompt.
    var own = next.distribution().own();
    int rank = own.logits().rankOf(draw.tokenId());
    var top = own.logits().top();
    boolean listed = top.map(known -> rank <= known.count()).orElse(true);
    var score =
        new TokenScore(
            listed ? own.logProbability(rank) : Double.NaN,
            rank,
            top.isPresent() ? Double.NaN : own.entropy());
    var numbers = GeneratedStep.of(step, draw, next.distribution());
    return new ChosenToken(numbers, score, next.position(), forced);
  }

  /// A forced token that no stage left has no surprise to follow.
  private void remember(NextToken next, Draw draw, int step) {
    mirostat.remove(step + 1);
    next.distribution()
        .nextMu(draw.rank())
        .ifPresent(
            mu -> {
              if (Double.isFinite(mu)) {
                mirostat.put(step + 1, mu);
              }
            });
  }
}
