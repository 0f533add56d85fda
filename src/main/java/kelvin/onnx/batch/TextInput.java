package kelvin.onnx.batch;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// An input of the graph for one text.
///
/// @param shape the shape for one text
/// @param batchAxis the axis that counts texts; −1 for an input that all texts share
public record TextInput(
    String name, OnnxJavaType type, ByteBuffer bytes, List<Long> shape, int batchAxis) {

  /// Joins the inputs of several texts, which have the same name and shape. The caller closes the
  /// tensor.
  public static OnnxTensor join(OrtEnvironment environment, List<TextInput> texts)
      throws OrtException {
    var first = texts.getFirst();
    var shape = first.shape.stream().mapToLong(Long::longValue).toArray();
    if (first.batchAxis < 0) {
      return OnnxTensor.createTensor(environment, first.bytes.duplicate(), shape, first.type);
    }
    int outer = 1;
    for (int axis = 0; axis < first.batchAxis; axis++) {
      outer *= (int) shape[axis];
    }
    int block = first.bytes.remaining() / outer;
    var all = ByteBuffer.allocateDirect(first.bytes.remaining() * texts.size());
    for (int i = 0; i < outer; i++) {
      for (var text : texts) {
        all.put(text.bytes.slice(text.bytes.position() + i * block, block));
      }
    }
    shape[first.batchAxis] = texts.size();
    all.flip().order(ByteOrder.nativeOrder());
    return OnnxTensor.createTensor(environment, all, shape, first.type);
  }
}
