package kelvin.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.MemorySegment;

/// Native memory for a state, with spare capacity for more positions.
final class StateBlock implements AutoCloseable {

  /// Capacity grows in steps, so that generating token by token does not copy everything each
  /// time.
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

  /// The new capacity when `needed` positions must fit.
  static int capacityFor(int needed, int present) {
    int grown = needed <= present ? present : Math.max(needed, present + present / 2);
    return Math.ceilDiv(grown, STEP) * STEP;
  }

  MemorySegment memory() {
    return memory;
  }

  /// The number of positions that fit.
  int capacity() {
    return capacity;
  }

  /// Makes a tensor over the first positions; the caller closes it.
  OnnxTensor view(OrtEnvironment environment, CacheTensor tensor, int length) throws OrtException {
    return HeldTensor.view(environment, tensor, memory, length);
  }

  @Override
  public void close() {
    owner.close();
  }
}
