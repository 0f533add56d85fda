package kelvin.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.MemorySegment;

/// Native memory for a state, with room for more positions than are cached.
final class StateBlock implements AutoCloseable {

  /// Room is made in steps, so that tokens one by one do not copy everything each time.
  private static final int STEP = 64;

  private final NativeMemory owner = new NativeMemory();
  private final MemorySegment memory;
  private final int capacity;

  StateBlock(CacheTensor tensor, int capacity) {
    this.capacity = capacity;
    boolean complete = false;
    try {
      memory = owner.allocate(tensor.bytes(capacity), Long.BYTES);
      complete = true;
    } finally {
      if (!complete) {
        owner.close();
      }
    }
  }

  /// How many positions to make room for when `needed` must fit.
  static int capacityFor(int needed, int present) {
    int grown = needed <= present ? present : Math.max(needed, present + present / 2);
    return Math.ceilDiv(grown, STEP) * STEP;
  }

  MemorySegment memory() {
    return memory;
  }

  /// How many positions there is room for.
  int capacity() {
    return capacity;
  }

  /// A tensor over the first positions; the caller closes it.
  OnnxTensor view(OrtEnvironment environment, CacheTensor tensor, int length) throws OrtException {
    return HeldTensor.view(environment, tensor, memory, length);
  }

  @Override
  public void close() {
    owner.close();
  }
}
