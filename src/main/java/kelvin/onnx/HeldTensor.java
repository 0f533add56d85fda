package kelvin.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import kelvin.onnx.CacheTensor.Growth;

/// A tensor that outlives a run, with its memory if that is ours.
///
/// @param memory unused if the runtime owns the tensor's data
record HeldTensor(OnnxTensor tensor, NativeMemory memory) implements AutoCloseable {

  /// Takes a state from the outputs of a run, after `length` positions.
  ///
  /// @throws OrtException if its shape is not the one that the graph's inputs declare
  static HeldTensor ofRuntime(RunOutputs outputs, CacheTensor tensor, int length)
      throws OrtException {
    var found = outputs.take(tensor.presentName());
    if (Arrays.equals(found.getInfo().getShape(), tensor.shapeOf(length))) {
      return new HeldTensor(found, new NativeMemory());
    }
    try (found) {
      throw new OrtException(
          tensor.presentName()
              + " has the unexpected shape "
              + Arrays.toString(found.getInfo().getShape()));
    }
  }

  /// Makes the state before the first run.
  static HeldTensor zeros(OrtEnvironment environment, CacheTensor tensor) throws OrtException {
    var memory = new NativeMemory();
    var zeros = memory.allocate(tensor.bytes(0), Long.BYTES);
    return over(environment, tensor, zeros, 0, memory);
  }

  /// Copies the first `keep` of `length` positions of another tensor.
  static HeldTensor cropped(
      OrtEnvironment environment, CacheTensor tensor, OnnxTensor other, int length, int keep)
      throws OrtException {
    if (keep == 0) {
      return zeros(environment, tensor);
    }
    var data = MemorySegment.ofBuffer(other.getByteBuffer());
    var memory = new NativeMemory();
    var kept = memory.allocate(tensor.bytes(keep), Long.BYTES);
    if (tensor.growth() == Growth.GROWS) {
      tensor.copyPositions(data, length, kept, keep, keep);
    } else {
      kept.copyFrom(data);
    }
    return over(environment, tensor, kept, keep, memory);
  }

  private static HeldTensor over(
      OrtEnvironment environment,
      CacheTensor tensor,
      MemorySegment data,
      int length,
      NativeMemory memory)
      throws OrtException {
    boolean complete = false;
    try {
      var held = new HeldTensor(view(environment, tensor, data, length), memory);
      complete = true;
      return held;
    } finally {
      if (!complete) {
        memory.close();
      }
    }
  }

  /// Makes a tensor over the start of `data`, which must outlive it.
  static OnnxTensor view(
      OrtEnvironment environment, CacheTensor tensor, MemorySegment data, int length)
      throws OrtException {
    var window = data.asSlice(0, tensor.bytes(length)).asByteBuffer();
    return OnnxTensor.createTensor(
        environment, window.order(ByteOrder.nativeOrder()), tensor.shapeOf(length), tensor.type());
  }

  @Override
  public void close() {
    tensor.close();
    memory.close();
  }
}
