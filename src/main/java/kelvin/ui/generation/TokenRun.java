package kelvin.ui.generation;

/// A range of consecutive steps that were selected together.
///
/// @param from the first step, 0-based
/// @param to the index after the last step; equal to `from` for an empty run
public record TokenRun(int from, int to) {

  public static final TokenRun NONE = new TokenRun(0, 0);

  public boolean isEmpty() {
    return from == to;
  }

  public boolean contains(int step) {
    return step >= from && step < to;
  }
}
