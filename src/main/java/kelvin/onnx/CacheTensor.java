package kelvin.onnx;

import ai.onnxruntime.OnnxJavaType;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// One state of the graph: an input for the past and an output for the present.
///
/// @param shape the shape with all dimensions resolved; 0 at the axis that grows
/// @param sequenceAxis the axis that counts positions; −1 if none does
record CacheTensor(
    String pastName,
    String presentName,
    OnnxJavaType type,
    List<Long> shape,
    int sequenceAxis,
    Growth growth) {

  /// The effect of a run on a state.
  enum Growth {
    /// It has one entry per position, and each run adds entries.
    GROWS,
    /// It has a fixed number of entries, and each run fills some.
    FILLS,
    /// It has no entries per position: each run replaces the state.
    CHANGES
  }

  /// Java buffers are limited to this size, though tensors are not.
  private static final long MAX_BYTES = Integer.MAX_VALUE;

  /// The shape for `length` positions.
  long[] shapeOf(int length) {
    var result = shape.stream().mapToLong(Long::longValue).toArray();
    if (growth == Growth.GROWS) {
      result[sequenceAxis] = length;
    }
    return result;
  }

  /// The size in bytes for `length` positions.
  ///
  /// @throws StateTooLargeException for 2 GB and more
  long bytes(int length) {
    long bytes = type.size;
    for (long dimension : shapeOf(length)) {
      // Each factor alone is checked as well: their product may not fit into a long.
      if (dimension > MAX_BYTES || bytes * dimension > MAX_BYTES) {
        throw new StateTooLargeException(length);
      }
      bytes *= dimension;
    }
    return bytes;
  }

  /// Copies the first `keep` positions. With more than one head they are not contiguous.
  ///
  /// @param fromLength the number of positions in the layout of `from`
  /// @param toLength the number of positions in the layout of `to`; both may be the same memory
  ///     if this is at most `fromLength`
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
