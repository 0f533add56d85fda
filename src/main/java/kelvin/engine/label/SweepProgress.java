package kelvin.engine.label;

/// How far a sweep is.
///
/// @param done how many questions are answered
/// @param total how many there are
/// @param tokensDone how many tokens the model has run
/// @param tokensTotal how many it runs in all, shared beginnings counted once
/// @param naiveTokens how many it would run if nothing were shared
/// @param seconds of work so far, pauses left out
public record SweepProgress(
    int done, int total, long tokensDone, long tokensTotal, long naiveTokens, double seconds) {

  public boolean isDone() {
    return done == total;
  }

  /// 0 to 1, by tokens.
  public double share() {
    return tokensTotal == 0 ? 1 : (double) tokensDone / tokensTotal;
  }

  /// An estimate by the pace so far; NaN before there is any.
  public double secondsLeft() {
    return tokensDone == 0 ? Double.NaN : seconds * (tokensTotal - tokensDone) / tokensDone;
  }
}
