package kelvin.onnx.batch;

import ai.onnxruntime.OnnxJavaType;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// A state that has one entry for each position of a text.
///
/// @param name the input of the graph
/// @param shape the shape for one text
/// @param batchAxis the axis that counts texts, before `sequenceAxis`
/// @param sequenceAxis the axis that counts positions
public record TextState(
    String name, OnnxJavaType type, List<Long> shape, int batchAxis, int sequenceAxis) {

  /// The shape for several texts of this length.
  public long[] shapeOf(int texts, int length) {
    var all = shape.stream().mapToLong(Long::longValue).toArray();
    all[batchAxis] = texts;
    all[sequenceAxis] = length;
    return all;
  }

  /// The size for one position of one text, in bytes.
  long bytesOfPosition() {
    return blocks(0, sequenceAxis) * inner();
  }

  private long blocks(int from, int to) {
    long count = 1;
    for (int axis = from; axis < to; axis++) {
      count *= axis == batchAxis ? 1 : shape.get(axis);
    }
    return count;
  }

  private long inner() {
    return blocks(sequenceAxis + 1, shape.size()) * type.size;
  }

  /// Copies the first positions of one text once for each of several texts.
  ///
  /// @param length the number of positions in the layout of `from`
  /// @param keep the number of positions to copy
  void repeat(MemorySegment from, int length, MemorySegment to, int texts, int keep) {
    long outer = blocks(0, batchAxis);
    long middle = blocks(batchAxis, sequenceAxis);
    long kept = keep * inner();
    long whole = length * inner();
    for (long i = 0; i < outer; i++) {
      long begin = i * texts * middle * kept;
      for (long j = 0; j < middle; j++) {
        MemorySegment.copy(from, (i * middle + j) * whole, to, begin + j * kept, kept);
      }
      for (int text = 1; text < texts; text++) {
        MemorySegment.copy(to, begin, to, begin + text * middle * kept, middle * kept);
      }
    }
  }
}
