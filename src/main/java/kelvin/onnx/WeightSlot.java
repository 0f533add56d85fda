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
import kelvin.onnx.training.WeightRule.Weight;

/// The memory of one weight that is trained: its numbers and their gradient, which the runtime
/// reads and writes in place.
///
/// The memory belongs to whoever gave it, and is freed after this is closed.
final class WeightSlot implements AutoCloseable {

  private final TrainedWeight weight;
  private final OnnxTensor values;
  private final OnnxTensor gradient;

  WeightSlot(OrtEnvironment environment, Weight found, NativeMemory memory) throws OrtException {
    var tensor = found.tensor();
    long bytes = Math.multiplyExact(tensor.elements(), (long) Float.BYTES);
    if (bytes > Integer.MAX_VALUE) {
      throw new OrtException("the weight " + tensor.name() + " is larger than 2 GB");
    }
    var numbers = buffer(memory.allocate(bytes, Long.BYTES));
    var slopes = buffer(memory.allocate(bytes, Long.BYTES));
    weight =
        new TrainedWeight(
            tensor.name(),
            found.place(),
            tensor.dimensions(),
            numbers.asFloatBuffer(),
            slopes.asFloatBuffer());
    values = tensor(environment, numbers, tensor.dimensions());
    boolean complete = false;
    try {
      gradient = tensor(environment, slopes, tensor.dimensions());
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
