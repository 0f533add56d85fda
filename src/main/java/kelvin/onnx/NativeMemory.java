package kelvin.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/// Native memory that its owner frees. A direct buffer would wait for the garbage collector,
/// which does not know its size.
final class NativeMemory implements SegmentAllocator, AutoCloseable {

  private final Arena arena = Arena.ofShared();

  @Override
  public MemorySegment allocate(long byteSize, long byteAlignment) {
    return arena.allocate(byteSize, byteAlignment);
  }

  /// Frees the memory; later access throws an `IllegalStateException`.
  @Override
  public void close() {
    arena.close();
  }
}
