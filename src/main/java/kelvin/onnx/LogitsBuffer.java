package kelvin.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A reusable block of native memory that the graph writes its logits into, so that no run copies
/// them to the Java heap whole.
final class LogitsBuffer {

  private static final long MOST_BYTES = 64L << 20;
  private static final int LEAST_ROWS = 16;
  private static final int MOST_ROWS = 512;

  private final OrtEnvironment environment;
  private final OnnxJavaType type;
  private final int logitCount;
  private final float[] row;
  private ByteBuffer memory = ByteBuffer.allocateDirect(0);

  LogitsBuffer(OrtEnvironment environment, OnnxJavaType type, int logitCount) {
    this.environment = environment;
    this.type = type;
    this.logitCount = logitCount;
    row = new float[logitCount];
  }

  /// How many rows a run should ask for at most: 64 MB of logits.
  int rowsPerRun() {
    long rowBytes = (long) logitCount * type.size;
    return Math.clamp(MOST_BYTES / rowBytes, LEAST_ROWS, MOST_ROWS);
  }

  /// Whether a tensor of this many rows can be read at all: buffers end at 2 GB.
  boolean canHold(int rows) {
    return (long) rows * logitCount * type.size <= Integer.MAX_VALUE;
  }

  /// A tensor over the memory, shape `(1, rows, logitCount)`; the caller closes it.
  OnnxTensor tensor(int rows) throws OrtException {
    int bytes = Math.toIntExact((long) rows * logitCount * type.size);
    if (memory.capacity() < bytes) {
      memory = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
    var window = memory.slice(0, bytes).order(ByteOrder.nativeOrder());
    return OnnxTensor.createTensor(environment, window, new long[] {1, rows, logitCount}, type);
  }

  /// Reads a row that the last run wrote. The array is reused by the next call.
  float[] row(int index) {
    int from = index * logitCount * type.size;
    if (type == OnnxJavaType.FLOAT16) {
      for (int i = 0; i < logitCount; i++) {
        row[i] = Float.float16ToFloat(memory.getShort(from + 2 * i));
      }
    } else {
      memory
          .slice(from, logitCount * Float.BYTES)
          .order(ByteOrder.nativeOrder())
          .asFloatBuffer()
          .get(row);
    }
    return row;
  }
}
