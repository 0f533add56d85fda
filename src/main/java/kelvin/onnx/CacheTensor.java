package kelvin.onnx;

import ai.onnxruntime.OnnxJavaType;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// One state: an input that takes the past and the output that gives it back.
///
/// @param shape with a 0 at the axis that grows, the other dimensions resolved
/// @param sequenceAxis which axis counts positions; −1 when none does
record CacheTensor(
    String pastName,
    String presentName,
    OnnxJavaType type,
    List<Long> shape,
    int sequenceAxis,
    Growth growth) {

  /// What a run does to a state.
  enum Growth {
    /// It has a place for each position, and each run adds places.
    GROWS,
    /// It has a fixed number of places, and each run fills some.
    FILLS,
    /// It has no places for positions: each run leaves another state.
    CHANGES
  }

  /// Buffers in Java end here, though tensors do not.
  private static final long MOST_BYTES = Integer.MAX_VALUE;

  /// The shape for this many positions.
  long[] shapeOf(int length) {
    var result = shape.stream().mapToLong(Long::longValue).toArray();
    if (growth == Growth.GROWS) {
      result[sequenceAxis] = length;
    }
    return result;
  }

  /// Bytes for this many positions.
  ///
  /// @throws StateTooLargeException from 2 GB on
  long bytes(int length) {
    long bytes = type.size;
    for (long dimension : shapeOf(length)) {
      bytes = Math.multiplyExact(bytes, dimension);
    }
    if (bytes > MOST_BYTES) {
      throw new StateTooLargeException(length);
    }
    return bytes;
  }

  /// Copies the first `keep` positions; with more than one head they are not contiguous.
  ///
  /// @param fromLength how many positions `from` is laid out for
  /// @param toLength how many positions `to` is laid out for; both may be the same memory if this
  ///     is at most `fromLength`
  void copyPositions(MemorySegment from, int fromLength, MemorySegment to, int toLength, int keep) {
    long outer = 1;
    for (int axis = 0; axis < sequenceAxis; axis++) {
      outer *= shape.get(axis);
    }
    long inner = type.size;
    for (int axis = sequenceAxis + 1; axis < shape.size(); axis++) {
      inner *= shape.get(axis);
    }
    for (long block = 0; block < outer; block++) {
      MemorySegment.copy(
          from, block * fromLength * inner, to, block * toLength * inner, keep * inner);
    }
  }
}
