package kelvin.engine.draw;

import kelvin.distribution.ChainEvaluator;
import kelvin.distribution.Draw;
import kelvin.distribution.DrawMode;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StepContext;
import kelvin.distribution.TokenHistory;
import kelvin.distribution.TruncatedDistribution;

/// Draws a token at each step of a text. The text can go on with another token than the drawn one.
///
/// The random numbers of a step depend on the seed and its number alone. Not thread-safe.
public final class DrawSteps {

  private final Settings settings;
  private final ChainEvaluator evaluator = new ChainEvaluator();
  private int number;

  /// Mirostat's bound μ after the last step.
  private double mu = Double.NaN;

  /// The sampling, how a token is drawn from what it leaves, and what all random numbers come from.
  public record Settings(SamplerChain sampling, DrawMode mode, long seed) {

    /// The settings of a user who has changed none.
    public static final Settings DEFAULT =
        new Settings(SamplerChain.NEUTRAL, DrawMode.INVERSE_CDF, 42);
  }

  public DrawSteps(Settings settings) {
    this.settings = settings;
  }

  /// The number of the next step, from 0.
  public int number() {
    return number;
  }

  /// The distribution from which the next step draws.
  ///
  /// @param history the tokens before it
  public TruncatedDistribution distribution(Logits logits, TokenHistory history) {
    return evaluator.evaluate(
        logits, settings.sampling(), new StepContext(history, settings.seed(), number, mu));
  }

  /// Draws the token of the next step.
  public Draw draw(TruncatedDistribution distribution) {
    return settings.mode().draw(distribution, settings.seed(), number);
  }

  /// Ends the step with the token that the text goes on with.
  ///
  /// @param id may be one that has no logit
  public void take(TruncatedDistribution distribution, int id) {
    var logits = distribution.logits();
    // A token that no stage left has no surprise to follow.
    double next =
        id < logits.count()
            ? distribution.nextMu(logits.rankOf(id)).orElse(Double.NaN)
            : Double.NaN;
    mu = Double.isFinite(next) ? next : Double.NaN;
    number++;
  }
}
