package kelvin.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import kelvin.inference.InferenceException;
import kelvin.inference.run.ChunkSize;

/// A reusable block of native memory into which the graph writes its logits, so that they are not
/// copied to the Java heap all at once.
///
/// Owns the memory: close it after the tensors that use it.
final class LogitsBuffer implements AutoCloseable {

  private final OrtEnvironment environment;
  private final LogitsOutput output;
  private final OnnxJavaType type;
  private final int logitCount;
  private final float[] row;
  private NativeMemory owner = new NativeMemory();
  private MemorySegment memory = MemorySegment.NULL;

  LogitsBuffer(OrtEnvironment environment, LogitsOutput output, int logitCount) {
    this.environment = environment;
    this.output = output;
    type = output.type();
    this.logitCount = logitCount;
    row = new float[logitCount];
  }

  /// The maximum number of rows to request in one run: 8 MB of logits.
  int maxRowsPerRun() {
    return ChunkSize.rows(bytes(1));
  }

  /// Returns whether a tensor of this many rows can be read: Java buffers are limited to 2 GB.
  boolean canHold(int rows) {
    return bytes(rows) <= Integer.MAX_VALUE;
  }

  /// Refuses more rows than a tensor can give.
  ///
  /// @throws InferenceException with a sentence for the user
  void requireRoom(int rows) {
    if (!canHold(rows)) {
      throw new InferenceException(
          "The logits of "
              + rows
              + " tokens do not fit into memory at once,"
              + " and this graph keeps no cache to compute them in parts. Shorten the prompt.");
    }
  }

  /// Makes a tensor over the memory for this many rows; the caller closes it.
  OnnxTensor tensor(int rows) throws OrtException {
    makeRoom(bytes(rows));
    var window = memory.asSlice(0, bytes(rows)).asByteBuffer().order(ByteOrder.nativeOrder());
    return OnnxTensor.createTensor(environment, window, output.shapeOf(rows, logitCount), type);
  }

  /// Frees the memory of unusually large runs.
  void shrink() {
    if (memory.byteSize() > ChunkSize.MAX_BYTES) {
      close();
      owner = new NativeMemory();
      memory = MemorySegment.NULL;
    }
  }

  private void makeRoom(long bytes) {
    boolean tooLarge = memory.byteSize() > ChunkSize.MAX_BYTES && bytes <= ChunkSize.MAX_BYTES;
    if (memory.byteSize() < bytes || tooLarge) {
      close();
      owner = new NativeMemory();
      memory = owner.allocate(bytes, Long.BYTES);
    }
  }

  private long bytes(int rows) {
    return (long) rows * logitCount * type.size;
  }

  /// Reads a row that the last run wrote. The next call reuses the array.
  float[] row(int index) {
    var bytes = memory.asSlice(bytes(index), bytes(1)).asByteBuffer();
    bytes.order(ByteOrder.nativeOrder());
    if (type == OnnxJavaType.FLOAT16) {
      var halves = bytes.asShortBuffer();
      for (int i = 0; i < logitCount; i++) {
        row[i] = Float.float16ToFloat(halves.get(i));
      }
    } else {
      bytes.asFloatBuffer().get(row);
    }
    return row;
  }

  @Override
  public void close() {
    // The runtime cannot detect freed memory, so nothing may refer to it.
    memory = MemorySegment.NULL;
    owner.close();
  }
}
