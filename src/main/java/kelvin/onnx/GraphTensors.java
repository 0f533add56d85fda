package kelvin.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import kelvin.inference.ModelDescriptor.GraphTensor;
import kelvin.onnx.CacheTensor.Growth;

/// Describes a graph's inputs and outputs for display.
final class GraphTensors {

  private GraphTensors() {}

  static List<GraphTensor> ofInputs(Collection<NodeInfo> inputs, GraphSignature signature) {
    return inputs.stream()
        .map(input -> describe(input, inputRole(input.getName(), signature)))
        .toList();
  }

  private static String inputRole(String name, GraphSignature signature) {
    return signature.inputs().stream()
        .filter(input -> input.name().equals(name))
        .map(input -> input.role().label())
        .findFirst()
        .orElseGet(() -> stateRole(name, CacheTensor::pastName, signature));
  }

  static List<GraphTensor> ofOutputs(Collection<NodeInfo> outputs, GraphSignature signature) {
    return outputs.stream()
        .map(output -> describe(output, outputRole(output.getName(), signature)))
        .toList();
  }

  private static String outputRole(String name, GraphSignature signature) {
    return name.equals(signature.logits().name())
        ? "logits"
        : stateRole(name, CacheTensor::presentName, signature);
  }

  /// Names the role: "cache" for keys and values, "state" for states from which positions cannot
  /// be removed.
  private static String stateRole(
      String name, Function<CacheTensor, String> named, GraphSignature signature) {
    return signature.cache().stream()
        .filter(tensor -> named.apply(tensor).equals(name))
        .map(tensor -> tensor.growth() == Growth.CHANGES ? "state" : "cache")
        .findFirst()
        .orElse("unused");
  }

  private static GraphTensor describe(NodeInfo node, String role) {
    if (!(node.getInfo() instanceof TensorInfo info)) {
      return new GraphTensor(node.getName(), "not a tensor", "", role);
    }
    var names = info.getDimensionNames();
    var shape = info.getShape();
    var dimensions = new ArrayList<String>();
    for (int axis = 0; axis < shape.length; axis++) {
      boolean open = shape[axis] < 0;
      dimensions.add(open ? (names[axis].isEmpty() ? "?" : names[axis]) : "" + shape[axis]);
    }
    return new GraphTensor(
        node.getName(), info.type.name().toLowerCase(Locale.ROOT), dimensions.toString(), role);
  }
}
