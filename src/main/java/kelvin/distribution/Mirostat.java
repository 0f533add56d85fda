package kelvin.distribution;

/// A cut whose bound μ adapts to the surprisal of the drawn tokens (Basu et al., "Mirostat: A
/// Neural Text Decoding Algorithm that Directly Controls Perplexity", 2021).
///
/// Its only state is μ, in bits. `StepContext` passes it in and `next` returns the new one, so a
/// step can be inspected, undone and repeated.
public sealed interface Mirostat extends TruncationStage permits MirostatOne, MirostatTwo {

  /// The target surprisal τ, in bits.
  double target();

  /// The learning rate η.
  double rate();

  /// The bound for this step: the one that the last step computed, or 2τ at the start.
  default double mu(StepContext step) {
    return Double.isNaN(step.mu()) ? 2 * target() : step.mu();
  }

  /// Computes the bound for the next step: `μ − η·(surprisal − τ)`. The surprisal is that of the
  /// drawn token among the survivors of the cut, in bits, as in llama.cpp.
  default double next(StepContext step, double surprisalNats) {
    return mu(step) - rate() * (surprisalNats / StrictMath.log(2) - target());
  }
}
