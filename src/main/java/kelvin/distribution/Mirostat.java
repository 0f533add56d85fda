package kelvin.distribution;

/// A cut whose bound μ follows how surprising the drawn tokens were (Basu et al., "Mirostat: A
/// Neural Text Decoding Algorithm that Directly Controls Perplexity", 2021).
///
/// The state is μ alone, in bits. It is passed in by `StepContext` and handed out by `next`, so a
/// step can be looked at, undone or repeated.
public sealed interface Mirostat extends TruncationStage permits MirostatOne, MirostatTwo {

  /// The surprise to aim at, τ, in bits.
  double target();

  /// The learning rate η.
  double rate();

  /// The bound for a step: what the step before left, or 2τ at the start.
  default double mu(StepContext step) {
    return Double.isNaN(step.mu()) ? 2 * target() : step.mu();
  }

  /// The bound for the step after: `μ − η·(surprise − τ)`, the surprise in bits among the tokens
  /// that the cut has left, as llama.cpp measures it.
  default double next(StepContext step, double surprisalNats) {
    return mu(step) - rate() * (surprisalNats / StrictMath.log(2) - target());
  }
}
