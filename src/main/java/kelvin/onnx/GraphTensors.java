package kelvin.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import kelvin.inference.ModelDescriptor.GraphTensor;

/// Describes a graph's inputs and outputs for people.
final class GraphTensors {

  private GraphTensors() {}

  static List<GraphTensor> ofInputs(Collection<NodeInfo> inputs, GraphSignature signature) {
    return inputs.stream()
        .map(input -> describe(input, inputRole(input.getName(), signature).label()))
        .toList();
  }

  private static InputRole inputRole(String name, GraphSignature signature) {
    return signature.inputs().stream()
        .filter(input -> input.name().equals(name))
        .map(GraphInput::role)
        .findFirst()
        .orElse(InputRole.CACHE);
  }

  static List<GraphTensor> ofOutputs(Collection<NodeInfo> outputs, GraphSignature signature) {
    return outputs.stream()
        .map(output -> describe(output, outputRole(output.getName(), signature)))
        .toList();
  }

  private static String outputRole(String name, GraphSignature signature) {
    if (name.equals(signature.logits().name())) {
      return "logits";
    }
    boolean cached =
        signature.cache().stream().anyMatch(tensor -> tensor.presentName().equals(name));
    return cached ? "cache" : "unused";
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
