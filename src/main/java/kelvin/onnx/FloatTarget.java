package kelvin.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Memory into which a run writes rows of numbers.
final class FloatTarget {

  private final int count;
  private final int width;
  private final ByteBuffer memory;

  FloatTarget(int count, int width) {
    this.count = count;
    this.width = width;
    int bytes = Math.multiplyExact(Math.multiplyExact(count, width), Float.BYTES);
    memory = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  /// A tensor over the memory. The caller closes it.
  OnnxTensor tensor(OrtEnvironment environment) throws OrtException {
    long[] shape = {count, width};
    return OnnxTensor.createTensor(environment, memory, shape, OnnxJavaType.FLOAT);
  }

  List<float[]> rows() {
    var rows = new ArrayList<float[]>();
    for (int i = 0; i < count; i++) {
      var row = new float[width];
      memory.asFloatBuffer().get(i * width, row);
      rows.add(row);
    }
    return rows;
  }
}
