package kelvin.inference;

import kelvin.inference.inner.TokenGradient;

/// Runs a copy of a model that also gives gradients.
///
/// Use it from one thread at a time.
public interface GradientRuns extends AutoCloseable {

  /// Computes the gradient of a token's log-probability at the last position.
  ///
  /// @param tokenIds the whole context, at least one token
  /// @param token the id whose log-probability is differentiated
  /// @throws CancelledException if cancelled
  /// @throws InferenceException when the model fails
  TokenGradient run(int[] tokenIds, int token, Cancellation cancellation);

  @Override
  void close();
}
