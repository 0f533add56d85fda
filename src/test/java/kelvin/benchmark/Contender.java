package kelvin.benchmark;

import ai.onnxruntime.OrtException;

/// Runs a model token by token, for comparison with others.
interface Contender extends AutoCloseable {

  String name();

  /// Clears the cache, then runs `ids`.
  void prefill(int... ids) throws Exception;

  /// Runs `ids` one by one after the cached tokens.
  ///
  /// @return the total time in milliseconds
  double steps(int... ids) throws Exception;

  @Override
  void close() throws OrtException;

  /// Milliseconds since `start`, a value of `System.nanoTime`.
  static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
