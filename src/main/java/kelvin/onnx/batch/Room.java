package kelvin.onnx.batch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Native memory that grows when more is needed. What it held is lost then.
final class Room implements AutoCloseable {

  private Block block = new Block();
  private MemorySegment memory = MemorySegment.NULL;

  /// Memory that is freed as a whole.
  private static final class Block implements AutoCloseable {

    private final Arena arena = Arena.ofShared();

    @Override
    public void close() {
      arena.close();
    }
  }

  /// Returns memory of at least this size.
  MemorySegment of(long bytes) {
    if (memory.byteSize() < bytes) {
      close();
      memory = block.arena.allocate(bytes, Long.BYTES);
    }
    return memory;
  }

  /// Frees the memory. The next call of `of` allocates again.
  @Override
  public void close() {
    memory = MemorySegment.NULL;
    block.close();
    block = new Block();
  }
}
