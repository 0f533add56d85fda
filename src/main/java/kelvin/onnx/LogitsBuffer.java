package kelvin.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/// A reusable block of native memory that the graph writes its logits into, so that no run copies
/// them to the Java heap whole.
///
/// Owns the memory: close it after the tensors over it.
final class LogitsBuffer implements AutoCloseable {

  /// A run can be stopped between two operators only, and the widest one makes the logits. Larger
  /// runs save up to a sixth of a prompt's time, but are stopped later.
  private static final long MOST_BYTES = 8L << 20;

  private static final int LEAST_ROWS = 16;
  private static final int MOST_ROWS = 512;

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

  /// How many rows a run should ask for at most: 8 MB of logits.
  int rowsPerRun() {
    return Math.clamp(MOST_BYTES / bytes(1), LEAST_ROWS, MOST_ROWS);
  }

  /// Whether a tensor of this many rows can be read at all: buffers end at 2 GB.
  boolean canHold(int rows) {
    return bytes(rows) <= Integer.MAX_VALUE;
  }

  /// A tensor over the memory for this many rows; the caller closes it.
  OnnxTensor tensor(int rows) throws OrtException {
    makeRoom(bytes(rows));
    var window = memory.asSlice(0, bytes(rows)).asByteBuffer().order(ByteOrder.nativeOrder());
    return OnnxTensor.createTensor(environment, window, output.shapeOf(rows, logitCount), type);
  }

  private void makeRoom(long bytes) {
    boolean tooLarge = memory.byteSize() > MOST_BYTES && bytes <= MOST_BYTES;
    if (memory.byteSize() < bytes || tooLarge) {
      close();
      owner = new NativeMemory();
      memory = owner.allocate(bytes, Long.BYTES);
    }
  }

  private long bytes(int rows) {
    return (long) rows * logitCount * type.size;
  }

  /// Reads a row that the last run wrote. The array is reused by the next call.
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
    // The runtime does not see that memory is gone: nothing may lead there.
    memory = MemorySegment.NULL;
    owner.close();
  }
}
