package kelvin.onnx.surgery;

import java.util.ArrayList;
import java.util.List;
import kelvin.onnx.wire.ProtobufWriter;

/// Nodes and outputs that are added to a graph.
///
/// A protobuf message followed by another one of its type is the merge of both: lists are joined.
/// So the bytes of a model followed by those of a fragment are the model with the additions.
final class Fragment {

  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_OUTPUT = 12;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_OPERATOR = 4;
  private static final int VALUE_NAME = 1;

  private final ProtobufWriter graph = new ProtobufWriter();
  private final List<String> outputs = new ArrayList<>();

  /// Adds a node without attributes.
  void node(String operator, List<String> inputs, String output) {
    var node = new ProtobufWriter();
    inputs.forEach(input -> node.text(NODE_INPUT, input));
    graph.message(GRAPH_NODE, node.text(NODE_OUTPUT, output).text(NODE_OPERATOR, operator));
  }

  /// Adds a value of the graph as an output with another name.
  void output(String value, String name) {
    node("Identity", List.of(value), name);
    graph.message(GRAPH_OUTPUT, new ProtobufWriter().text(VALUE_NAME, name));
    outputs.add(name);
  }

  /// The outputs that were added, in order.
  List<String> outputs() {
    return List.copyOf(outputs);
  }

  byte[] toByteArray() {
    return new ProtobufWriter().message(MODEL_GRAPH, graph).toByteArray();
  }
}
