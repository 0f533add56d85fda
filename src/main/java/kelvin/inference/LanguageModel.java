package kelvin.inference;

import java.util.Optional;
import kelvin.distribution.TopTokens;
import kelvin.inference.record.RowRange;

/// A causal language model: takes token ids and returns a row of logits for each position.
///
/// Use it from one thread at a time. It keeps the keys and values of its last run, so a sequence
/// that shares a prefix with the last one runs only the rest.
public interface LanguageModel extends AutoCloseable {

  /// Computes the rows from `firstPosition` to the last position, in order.
  ///
  /// @param tokenIds the whole context, at least one token
  /// @param firstPosition 0-based
  /// @throws ContextOverflowException when there are more tokens than the context holds
  /// @throws CancelledException if cancelled; rows delivered before stay valid
  /// @throws InferenceException when the model fails, or has no row at one of the positions
  void run(int[] tokenIds, int firstPosition, LogitsRowSink sink, Cancellation cancellation);

  /// The positions of a context that have rows. A model has all; a record has only those that were
  /// kept. Whether a position has a row depends on the tokens up to there alone.
  default RowRange rows(int[] tokenIds) {
    return RowRange.all(tokenIds.length);
  }

  /// The runs of a proof; none if the model cannot be run in portions.
  default Optional<ModelRuns> proofRuns() {
    return Optional.empty();
  }

  /// Runs several texts at once; none if the model is not known to give them the rows of single
  /// runs.
  default Optional<BatchRuns> batchRuns() {
    return Optional.empty();
  }

  /// The inside of the model; none if it cannot be looked into.
  default Optional<ModelInside> inside() {
    return Optional.empty();
  }

  /// The runs of a model that tells only the most probable tokens; its `run` refuses. None if it
  /// tells all.
  default Optional<TopRuns> topRuns() {
    return Optional.empty();
  }

  /// Runs a model that tells only the most probable tokens.
  interface TopRuns {

    /// The most tokens that an answer has.
    int count();

    /// The most probable tokens after a context.
    ///
    /// @param tokenIds at least one
    /// @throws ContextOverflowException when there are more tokens than the context holds
    /// @throws CancelledException if cancelled
    /// @throws InferenceException when the model fails
    TopTokens run(int[] tokenIds, Cancellation cancellation);
  }

  /// Describes the model for display.
  ModelDescriptor descriptor();

  @Override
  void close();
}
