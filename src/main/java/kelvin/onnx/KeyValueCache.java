package kelvin.onnx;

import ai.onnxruntime.OrtException;

/// Keys, values and other states of the positions that have been run.
///
/// Owns native memory. Whatever fails, what was cached before stays so.
interface KeyValueCache extends AutoCloseable {

  /// How many positions are cached.
  int length();

  /// Adds the inputs that carry the past, and says where the present goes.
  ///
  /// @param count how many tokens the run adds
  void bind(RunBinding run, int count) throws OrtException;

  /// Takes over what a run of `count` tokens left.
  void advance(RunOutputs outputs, int count) throws OrtException;

  /// Forgets positions from `keep` on, and more where the states allow no less.
  ///
  /// @return how many are cached now, at most `keep`
  int crop(int keep) throws OrtException;

  @Override
  void close();
}
