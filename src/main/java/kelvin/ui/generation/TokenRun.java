package kelvin.ui.generation;

/// Steps in a row that were selected together.
///
/// @param from the first step, 0-based
/// @param to after the last one; `from` when there is none
public record TokenRun(int from, int to) {

  public static final TokenRun NONE = new TokenRun(0, 0);

  public boolean isEmpty() {
    return from == to;
  }

  public boolean contains(int step) {
    return step >= from && step < to;
  }
}
