package kelvin.distribution;

/// What a stage may know besides the logits: the tokens so far, and the step's chance.
///
/// @param history the tokens before the one that is drawn
/// @param seed what all chance of a text comes from
/// @param step 0-based number of the drawn token
/// @param mu mirostat's bound as the step before left it, in bits; NaN before the first
public record StepContext(TokenHistory history, long seed, long step, double mu) {

  /// The first step after nothing, with seed 0.
  public static final StepContext START = new StepContext(TokenHistory.EMPTY, 0, 0, Double.NaN);

  public static StepContext of(TokenHistory history) {
    return new StepContext(history, 0, 0, Double.NaN);
  }
}
