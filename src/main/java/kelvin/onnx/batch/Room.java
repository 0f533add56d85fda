package kelvin.onnx.batch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Native memory that grows when more is needed. What it held is lost then.
final class Room implements AutoCloseable {

  private Arena arena = Arena.ofShared();
  private MemorySegment memory = MemorySegment.NULL;

  /// Returns memory of at least this size.
  MemorySegment of(long bytes) {
    if (memory.byteSize() < bytes) {
      close();
      memory = arena.allocate(bytes, Long.BYTES);
    }
    return memory;
  }

  /// Frees the memory. The next call of `of` allocates again.
  @Override
  public void close() {
    memory = MemorySegment.NULL;
    arena.close();
    arena = Arena.ofShared();
  }
}
