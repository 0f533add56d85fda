package kelvin.onnx.gradient.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import kelvin.onnx.surgery.Attribute;
import kelvin.onnx.surgery.Fragment;
import kelvin.onnx.surgery.Graph;
import kelvin.onnx.surgery.Node;
import kelvin.onnx.surgery.Tensor;

/// Writes nodes behind a graph, one after the other, and remembers them.
///
/// Shapes stay free: nothing is known of a value but its name. What depends on a shape is computed
/// by nodes when the graph runs.
public final class Tape {

  private static final String PREFIX = "kelvin/gradient/";

  private final Graph graph;
  private final Fragment fragment;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, String> known = new HashMap<>();
  private int names;

  /// @param graph the graph behind which the nodes stand
  public Tape(Graph graph, Fragment fragment) {
    this.graph = graph;
    this.fragment = fragment;
  }

  /// The version of ONNX's own operators.
  public long operators() {
    return graph.operators();
  }

  /// All nodes that were written, in order.
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /// Writes a node with one output and returns the output's name.
  public String add(String operator, String... inputs) {
    return add(operator, Map.of(), inputs);
  }

  public String add(String operator, Map<String, Attribute> attributes, String... inputs) {
    return add(operator, attributes, Arrays.asList(inputs), 1).getFirst();
  }

  /// Writes a node with `count` outputs and returns their names.
  public List<String> add(
      String operator, Map<String, Attribute> attributes, List<String> inputs, int count) {
    var outputs = newNames(count);
    write(Node.of(operator, List.copyOf(inputs), outputs, attributes));
    return outputs;
  }

  /// Writes a node that differs from another one only in its inputs.
  public String again(Node other, List<String> inputs) {
    var outputs = newNames(1);
    write(
        new Node(
            other.operator(),
            other.title(),
            List.copyOf(inputs),
            outputs,
            other.attributes(),
            other.place()));
    return outputs.getFirst();
  }

  private List<String> newNames(int count) {
    var fresh = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      fresh.add(PREFIX + names++);
    }
    return List.copyOf(fresh);
  }

  private void write(Node node) {
    nodes.add(node);
    fragment.node(node);
  }

  /// A constant single number.
  public String real(double number) {
    float value = (float) number;
    return known.computeIfAbsent(
        "real " + value,
        _ -> {
          var name = newNames(1).getFirst();
          fragment.constant(name, value);
          return name;
        });
  }

  /// A constant list of integers.
  public String integers(Long... values) {
    var list = List.of(values);
    return known.computeIfAbsent(
        "integers " + list,
        _ -> {
          var name = newNames(1).getFirst();
          fragment.constant(name, list);
          return name;
        });
  }

  /// The shape of a value, as a list.
  public String shape(String value) {
    return known.computeIfAbsent("shape " + value, _ -> add("Shape", value));
  }

  /// Returns whether a value is a constant without dimensions, which changes no shape.
  boolean isSingle(String value) {
    return graph.tensor(value).filter(tensor -> tensor.dimensions().isEmpty()).isPresent()
        || known.entrySet().stream()
            .anyMatch(
                entry -> entry.getValue().equals(value) && entry.getKey().startsWith("real "));
  }

  /// The constant integers of a value; empty if they are not known.
  public List<Long> constant(String value) {
    return graph.tensor(value).map(Tensor::integers).orElse(List.of());
  }

  /// The constant number of a value that has one element; empty if it is not known.
  public OptionalDouble single(String value) {
    return graph.tensor(value).map(Tensor::single).orElse(OptionalDouble.empty());
  }

  /// The dimensions of a matrix of weights; empty if it is none.
  public List<Long> matrix(String value) {
    return graph
        .tensor(value)
        .map(Tensor::dimensions)
        .filter(dimensions -> dimensions.size() == 2)
        .orElse(List.of());
  }
}
