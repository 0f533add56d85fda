package kelvin.onnx;

import ai.onnxruntime.OnnxJavaType;
import java.lang.foreign.SegmentAllocator;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// One state of the KV cache: an input that takes the past and the output that gives it back.
///
/// @param shape with a 0 at `sequenceAxis`, the other dimensions resolved
record CacheTensor(
    String pastName, String presentName, OnnxJavaType type, List<Long> shape, int sequenceAxis) {

  /// The shape for this many cached positions.
  long[] shapeOf(int length) {
    var result = shape.stream().mapToLong(Long::longValue).toArray();
    result[sequenceAxis] = length;
    return result;
  }

  /// Copies the first `keep` of `length` positions out of `data` into new native memory.
  ///
  /// With more than one head they are not contiguous, so there is no slice without a copy.
  ByteBuffer firstPositions(ByteBuffer data, int length, int keep, SegmentAllocator memory) {
    long outer = 1;
    for (int axis = 0; axis < sequenceAxis; axis++) {
      outer *= shape.get(axis);
    }
    long inner = type.size;
    for (int axis = sequenceAxis + 1; axis < shape.size(); axis++) {
      inner *= shape.get(axis);
    }
    int from = Math.toIntExact(length * inner);
    int to = Math.toIntExact(keep * inner);
    var copy = memory.allocate(outer * to, Long.BYTES).asByteBuffer();
    for (int block = 0; block < outer && keep > 0; block++) {
      copy.put(block * to, data, block * from, to);
    }
    return copy.order(ByteOrder.nativeOrder());
  }
}
