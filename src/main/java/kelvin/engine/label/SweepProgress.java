package kelvin.engine.label;

/// The progress of a sweep.
///
/// @param done the number of answered questions
/// @param total the number of questions
/// @param tokensDone the number of tokens that the model has run
/// @param tokensTotal the number of tokens to run in all; shared prefixes count once
/// @param naiveTokens the number of tokens to run if nothing were shared
/// @param seconds the time spent so far, without pauses
public record SweepProgress(
    int done, int total, long tokensDone, long tokensTotal, long naiveTokens, double seconds) {

  public boolean isDone() {
    return done == total;
  }

  /// The share of the tokens that have been run, from 0 to 1.
  public double share() {
    return tokensTotal == 0 ? 1 : (double) tokensDone / tokensTotal;
  }

  /// The estimated remaining time; NaN before the first token.
  public double secondsLeft() {
    return tokensDone == 0 ? Double.NaN : seconds * (tokensTotal - tokensDone) / tokensDone;
  }

  /// The time of the whole sweep, estimated while it runs; NaN before the first token.
  public double secondsInAll() {
    return isDone() ? seconds : seconds + secondsLeft();
  }
}
