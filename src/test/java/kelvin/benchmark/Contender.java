package kelvin.benchmark;

import ai.onnxruntime.OrtException;

/// A way to run a model token by token.
interface Contender extends AutoCloseable {

  String name();

  /// Forgets everything, then runs `ids`.
  void prefill(int... ids) throws Exception;

  /// Runs `ids` one by one after those before.
  ///
  /// @return milliseconds for all of them
  double steps(int... ids) throws Exception;

  @Override
  void close() throws OrtException;

  /// Milliseconds since `start`, a value of `System.nanoTime`.
  static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
