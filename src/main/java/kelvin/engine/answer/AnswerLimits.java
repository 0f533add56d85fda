package kelvin.engine.answer;

/// The limits of a search. It ends at the first one that it reaches.
///
/// @param mass the probability that complete answers must hold together, above 0 and at most 1
/// @param runs the maximum number of runs of the model, 0 or more
/// @param tokens the maximum number of tokens of an answer, its last one included; at least 1
public record AnswerLimits(double mass, int runs, int tokens) {

  public static final double DEFAULT_MASS = 0.95;
  public static final int DEFAULT_RUNS = 500;
  public static final int DEFAULT_TOKENS = 64;

  public static final AnswerLimits DEFAULT =
      new AnswerLimits(DEFAULT_MASS, DEFAULT_RUNS, DEFAULT_TOKENS);

  /// @throws IllegalArgumentException when a limit is out of range
  public AnswerLimits {
    if (!(mass > 0 && mass <= 1)) {
      throw new IllegalArgumentException("mass must be above 0 and at most 1, was " + mass);
    }
    if (runs < 0) {
      throw new IllegalArgumentException("runs must be 0 or more, was " + runs);
    }
    if (tokens < 1) {
      throw new IllegalArgumentException("tokens must be 1 or more, was " + tokens);
    }
  }
}
