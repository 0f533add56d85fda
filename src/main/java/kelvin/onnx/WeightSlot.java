package kelvin.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import kelvin.inference.training.TrainedWeight;
import kelvin.inference.training.TrainedWeight.Part;
import kelvin.onnx.training.WeightRule.Weight;

/// The memory of one weight that is trained: its numbers and their gradient, which the runtime
/// reads and writes in place.
///
/// The memory belongs to whoever gave it, and is freed after this is closed.
final class WeightSlot implements AutoCloseable {

  private final TrainedWeight weight;
  private final OnnxTensor values;
  private final OnnxTensor gradient;

  /// A weight of the graph.
  static WeightSlot of(OrtEnvironment environment, Weight found, NativeMemory memory)
      throws OrtException {
    var tensor = found.tensor();
    return new WeightSlot(
        environment, tensor.name(), found.place(), tensor.dimensions(), Part.MODEL, memory);
  }

  /// W or b of a head, all 0.
  ///
  /// @param name of the input
  static WeightSlot ofHead(
      OrtEnvironment environment, String name, List<Long> dimensions, NativeMemory memory)
      throws OrtException {
    return new WeightSlot(environment, name, "the head", dimensions, Part.HEAD, memory);
  }

  private WeightSlot(
      OrtEnvironment environment,
      String name,
      String place,
      List<Long> dimensions,
      Part part,
      NativeMemory memory)
      throws OrtException {
    long elements = dimensions.stream().reduce(1L, Math::multiplyExact);
    long bytes = Math.multiplyExact(elements, (long) Float.BYTES);
    if (bytes > Integer.MAX_VALUE) {
      throw new OrtException("the weight " + name + " is larger than 2 GB");
    }
    var numbers = buffer(memory.allocate(bytes, Long.BYTES));
    var slopes = buffer(memory.allocate(bytes, Long.BYTES));
    weight =
        new TrainedWeight(
            name, place, dimensions, numbers.asFloatBuffer(), slopes.asFloatBuffer(), part);
    values = tensor(environment, numbers, dimensions);
    boolean complete = false;
    try {
      gradient = tensor(environment, slopes, dimensions);
      complete = true;
    } finally {
      if (!complete) {
        values.close();
      }
    }
  }

  private static ByteBuffer buffer(MemorySegment memory) {
    return memory.asByteBuffer().order(ByteOrder.nativeOrder());
  }

  private static OnnxTensor tensor(
      OrtEnvironment environment, ByteBuffer buffer, List<Long> dimensions) throws OrtException {
    var shape = dimensions.stream().mapToLong(Long::longValue).toArray();
    return OnnxTensor.createTensor(environment, buffer, shape, OnnxJavaType.FLOAT);
  }

  TrainedWeight weight() {
    return weight;
  }

  OnnxTensor values() {
    return values;
  }

  OnnxTensor gradient() {
    return gradient;
  }

  @Override
  public void close() {
    values.close();
    gradient.close();
  }
}
