package kelvin.distribution;

/// The inputs of a stage besides the logits: the tokens so far, and what its random numbers
/// depend on.
///
/// @param history the tokens before the one that is drawn
/// @param seed the seed of all random numbers of a text
/// @param step 0-based number of the drawn token
/// @param mu mirostat's bound after the last step, in bits; NaN before the first
public record StepContext(TokenHistory history, long seed, long step, double mu) {

  /// The first step after an empty history, with seed 0.
  public static final StepContext START = new StepContext(TokenHistory.EMPTY, 0, 0, Double.NaN);

  public static StepContext of(TokenHistory history) {
    return new StepContext(history, 0, 0, Double.NaN);
  }
}
