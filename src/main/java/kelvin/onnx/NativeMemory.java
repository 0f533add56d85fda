package kelvin.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/// Native memory that is freed when its owner says so; a direct buffer would wait for the garbage
/// collector, which does not see how large it is.
final class NativeMemory implements SegmentAllocator, AutoCloseable {

  private final Arena arena = Arena.ofShared();

  @Override
  public MemorySegment allocate(long byteSize, long byteAlignment) {
    return arena.allocate(byteSize, byteAlignment);
  }

  /// Whoever reads it afterwards gets an `IllegalStateException`.
  @Override
  public void close() {
    arena.close();
  }
}
