package kelvin.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.List;

/// An input that is created for every run.
///
/// @param shape the shape as in the file; −1 for open dimensions
record GraphInput(String name, InputRole role, OnnxJavaType type, List<Long> shape) {

  static GraphInput of(NodeInfo node, InputRole role) {
    var info = (TensorInfo) node.getInfo();
    var shape = Arrays.stream(info.getShape()).boxed().toList();
    return new GraphInput(node.getName(), role, info.type, shape);
  }

  int rank() {
    return shape.size();
  }

  /// The last dimension; −1 if open.
  long lastDimension() {
    return shape.isEmpty() ? 1 : shape.getLast();
  }
}
