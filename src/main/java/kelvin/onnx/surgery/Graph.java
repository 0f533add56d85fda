package kelvin.onnx.surgery;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The nodes and weights of a graph, and what is computed from what.
public final class Graph {

  private final byte[] model;
  private final long operators;
  private final List<Node> nodes;
  private final Map<String, Tensor> tensors;
  private final List<String> inputs;
  private final List<String> outputs;
  private final Map<String, Node> producers = new HashMap<>();
  private final Set<String> constants = new HashSet<>();

  /// @param nodes in an order in which they can be computed, as ONNX requires
  /// @param operators the version of ONNX's own operators
  Graph(
      byte[] model,
      long operators,
      List<Node> nodes,
      Map<String, Tensor> tensors,
      List<String> inputs,
      List<String> outputs) {
    this.model = model;
    this.operators = operators;
    this.nodes = List.copyOf(nodes);
    this.tensors = tensors;
    this.inputs = inputs.stream().filter(name -> !tensors.containsKey(name)).toList();
    this.outputs = List.copyOf(outputs);
    constants.addAll(tensors.keySet());
    for (var node : nodes) {
      boolean constant =
          !node.branches()
              && node.inputs().stream().allMatch(name -> name.isEmpty() || isConstant(name));
      for (var output : node.outputs()) {
        producers.put(output, node);
        if (constant) {
          constants.add(output);
        }
      }
    }
  }

  /// Reads a graph whose large weights are in files.
  ///
  /// @param model the bytes of a model; not copied
  /// @throws IOException if they are damaged; the message says where
  public static Graph read(byte[] model) throws IOException {
    return GraphReader.read(model);
  }

  /// The version of ONNX's own operators that the graph uses.
  public long operators() {
    return operators;
  }

  /// The inputs that have no weights of their own.
  public List<String> inputs() {
    return inputs;
  }

  /// The values that the graph returns.
  public List<String> outputs() {
    return outputs;
  }

  /// The nodes in an order in which they can be computed.
  public List<Node> nodes() {
    return nodes;
  }

  public Optional<Node> producer(String value) {
    return Optional.ofNullable(producers.get(value));
  }

  public Optional<Tensor> tensor(String value) {
    return Optional.ofNullable(tensors.get(value));
  }

  /// Returns whether a value is the same in every run.
  public boolean isConstant(String value) {
    return constants.contains(value);
  }

  /// Returns whether a value is there and depends on the inputs.
  public boolean isComputed(String value) {
    return !value.isEmpty() && !isConstant(value);
  }

  /// The message of a node.
  byte[] bytes(Node node) {
    var place = node.place();
    return Arrays.copyOfRange(model, Math.toIntExact(place.start()), Math.toIntExact(place.end()));
  }
}
