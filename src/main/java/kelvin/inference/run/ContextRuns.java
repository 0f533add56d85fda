package kelvin.inference.run;

import java.util.Arrays;
import kelvin.inference.Cancellation;
import kelvin.inference.LogitsRowSink;

/// Runs contexts one after the other. It keeps the states of the common beginning and runs the rest
/// in chunks, as the plan says.
public final class ContextRuns {

  private final Engine engine;
  private final RunPlan plan;
  private int[] cachedIds = new int[0];

  /// Runs tokens after those whose states it keeps.
  public interface Engine {

    /// The number of positions whose states are kept.
    int cachedLength();

    /// Removes positions from `keep` on; some engines can only remove more.
    void crop(int keep);

    /// Runs tokens after the kept ones.
    ///
    /// @param rows the number of rows that come back; they belong to the last tokens
    /// @throws kelvin.inference.InferenceException when the model fails; what was kept stays sound
    /// @throws kelvin.inference.CancelledException if cancelled
    Rows run(int[] newIds, int rows, Cancellation cancellation);
  }

  /// The rows of one run, until the next one.
  @FunctionalInterface
  public interface Rows {

    /// @param index 0-based
    /// @return logits by token id; the array may be reused for the next row
    float[] row(int index);
  }

  public ContextRuns(Engine engine, RunPlan plan) {
    this.engine = engine;
    this.plan = plan;
  }

  /// Computes the rows from `firstPosition` to the last position, in order; see
  /// `LanguageModel.run`.
  public void run(
      int[] tokenIds, int firstPosition, LogitsRowSink sink, Cancellation cancellation) {
    engine.crop(reusablePositions(tokenIds, firstPosition));
    cachedIds = Arrays.copyOf(tokenIds, engine.cachedLength());
    for (int next = firstPosition; next < tokenIds.length; ) {
      cancellation.throwIfCancelled();
      int from = engine.cachedLength();
      int to = plan.end(from, next, tokenIds.length);
      runChunk(tokenIds, from, to, next, sink, cancellation);
      next = Math.max(next, to);
    }
  }

  /// True if the states of all these tokens are kept.
  public boolean holds(int[] tokenIds) {
    int mismatch = Arrays.mismatch(cachedIds, tokenIds);
    return (mismatch < 0 || mismatch == tokenIds.length)
        && engine.cachedLength() >= tokenIds.length;
  }

  /// Forgets the tokens behind the states, because others use the engine.
  public void forget() {
    cachedIds = new int[0];
  }

  /// The number of cached positions to reuse for `tokenIds`: the common prefix, without positions
  /// that must run again for the requested rows.
  private int reusablePositions(int[] tokenIds, int firstPosition) {
    int mismatch = Arrays.mismatch(cachedIds, tokenIds);
    int common = mismatch < 0 ? tokenIds.length : mismatch;
    return Math.min(Math.min(common, firstPosition), engine.cachedLength());
  }

  private void runChunk(
      int[] tokenIds, int from, int to, int next, LogitsRowSink sink, Cancellation cancellation) {
    int count = plan.rows(from, next, to);
    var rows = engine.run(Arrays.copyOfRange(tokenIds, from, to), count, cancellation);
    cachedIds = Arrays.copyOf(tokenIds, engine.cachedLength());
    for (int position = Math.max(from, next); position < to; position++) {
      sink.accept(position, rows.row(position - (to - count)));
    }
  }
}
