package kelvin.inference;

import java.util.Optional;

/// Runs a model's tokens in chosen portions, so that a proof can compare the logits of different
/// ways to run them.
///
/// Use it on the thread of the model. It shares the model's cache: call `crop(0)` after each part
/// of a proof, and `end` at last.
public interface ModelRuns {

  /// The abilities that the runs of a proof depend on.
  ///
  /// @param caches whether states are kept between runs
  /// @param takesSeveral whether a run takes several tokens
  /// @param continues whether several tokens may follow cached ones in one run
  /// @param allRows whether a run returns a row for each of its tokens
  /// @param positions whether the graph takes the positions of the tokens as an input, so that the
  ///     same tokens can be run at other positions
  /// @param tolerance rows count as equal if they differ by less than this share of the logits'
  ///     standard deviation
  /// @param positionTolerance the same for tokens at other positions, whose tables round more
  /// @param dynamic whether activations are quantised with a scale that depends on all tokens of
  ///     a run, so that a later token may change an earlier row by rounding
  record Abilities(
      boolean caches,
      boolean takesSeveral,
      boolean continues,
      boolean allRows,
      boolean positions,
      double tolerance,
      double positionTolerance,
      boolean dynamic) {}

  Abilities abilities();

  /// Removes the cached positions from `keep` on.
  ///
  /// @return the number of cached positions now, at most `keep`
  int crop(int keep);

  /// Runs tokens after the cached ones, all in one run.
  ///
  /// @param sink receives the rows that the run returns: one for each token, or the last one
  /// @throws InferenceException when the model fails
  /// @throws CancelledException if cancelled
  void run(int[] tokenIds, LogitsRowSink sink, Cancellation cancellation);

  /// Runs of several texts at once, which a proof compares with single runs; none if the graph
  /// takes one text at a time.
  default Optional<BatchRuns> batches() {
    return Optional.empty();
  }

  /// Returns whether an earlier proof of this model came to its end, so that no other is needed.
  boolean isProved();

  /// Ends a proof: keeps its result for later loads, and frees the memory that only a proof needs.
  void end(ProofResult result);

  /// Runs tokens without any before them, as if the first stood at `position`. Needs a graph that
  /// takes positions.
  ///
  /// @param sink receives the rows with positions from 0
  void runAt(int position, int[] tokenIds, LogitsRowSink sink, Cancellation cancellation);
}
