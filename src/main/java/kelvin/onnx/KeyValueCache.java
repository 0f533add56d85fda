package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// Keeps keys, values and other states of the positions that have been run.
///
/// Owns native memory. After any failure the cached positions are unchanged.
interface KeyValueCache extends AutoCloseable {

  /// The number of cached positions.
  int length();

  /// Adds the inputs with the past states, and the outputs for the new states.
  ///
  /// @param count the number of tokens that the run adds
  void bind(RunBinding run, int count) throws OrtException;

  /// Takes the states from a run of `count` tokens.
  void advance(RunOutputs outputs, int count) throws OrtException;

  /// Removes positions from `keep` on, or more if the states require it.
  ///
  /// @return the number of cached positions now, at most `keep`
  int crop(int keep) throws OrtException;

  /// The memory of each state, in the layout of the cached positions; empty if this way of keeping
  /// them has none of its own.
  default List<MemorySegment> memories() {
    return List.of();
  }

  @Override
  void close();
}
