package kelvin.onnx;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// The heap of native code, where the runtime keeps its weights. On Linux it does not return freed
/// memory by itself: of a closed model of GPT-2's size 100 to 400 MB stayed with the process, and
/// the next one took its memory beside them.
///
/// These calls do nothing where the system has none of their kind.
final class NativeHeap {

  /// `M_MMAP_THRESHOLD` of `malloc.h`.
  private static final int SEPARATE_FROM = -3;

  /// Blocks of this size are rare in a run, because the runtime keeps what it needs again.
  private static final int LARGE_BYTES = 1 << 20;

  private NativeHeap() {}

  /// Takes each large block from the system and returns it as soon as it is freed. Otherwise the
  /// size from which this is done grows with the first large block that is freed, and the blocks
  /// of the next session leave gaps between them.
  static void keepLargeBlocksApart() {
    var function =
        find("mallopt", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    if (function.isPresent()) {
      try {
        int _ = (int) function.get().invokeExact(SEPARATE_FROM, LARGE_BYTES);
      } catch (Throwable e) {
        throw new IllegalStateException("mallopt cannot be called", e);
      }
    }
  }

  /// Returns what is free to the system.
  static void giveBack() {
    var function = find("malloc_trim", ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG);
    if (function.isPresent()) {
      try {
        int _ = (int) function.get().invokeExact(0L);
      } catch (Throwable e) {
        throw new IllegalStateException("malloc_trim cannot be called", e);
      }
    }
  }

  @SuppressWarnings("restricted")
  private static Optional<MethodHandle> find(
      String name, MemoryLayout result, MemoryLayout... arguments) {
    var linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find(name)
        .map(address -> linker.downcallHandle(address, FunctionDescriptor.of(result, arguments)));
  }
}
