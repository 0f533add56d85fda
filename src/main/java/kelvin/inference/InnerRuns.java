package kelvin.inference;

import kelvin.inference.inner.InnerRow;

/// Runs a copy of a model that also gives inner values.
///
/// Use it from one thread at a time.
public interface InnerRuns extends AutoCloseable {

  /// Computes the inner values and the logits at the last position.
  ///
  /// @param tokenIds the whole context, at least one token
  /// @throws CancelledException if cancelled
  /// @throws InferenceException when the model fails
  InnerRow run(int[] tokenIds, Cancellation cancellation);

  @Override
  void close();
}
