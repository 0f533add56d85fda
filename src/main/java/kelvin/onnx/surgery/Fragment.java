package kelvin.onnx.surgery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import kelvin.onnx.wire.ProtobufReader;
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
  private static final int NODE_NAME = 3;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int ATTRIBUTE_NAME = 1;
  private static final int ATTRIBUTE_INTEGER = 3;
  private static final int ATTRIBUTE_KIND = 20;
  private static final int KIND_INTEGER = 2;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int TENSOR_DIMENSIONS = 1;
  private static final int TENSOR_TYPE = 2;
  private static final int TENSOR_INTEGERS = 7;
  private static final int TENSOR_NAME = 8;
  private static final int INT64 = 7;
  private static final int VALUE_NAME = 1;

  private final ProtobufWriter graph = new ProtobufWriter();
  private final List<String> outputs = new ArrayList<>();

  /// Adds a node without attributes.
  void node(String operator, List<String> inputs, String output) {
    graph.message(GRAPH_NODE, message(operator, inputs, output));
  }

  /// Adds a node with one attribute, an integer.
  void node(String operator, List<String> inputs, String output, String attribute, long value) {
    var setting =
        new ProtobufWriter()
            .text(ATTRIBUTE_NAME, attribute)
            .number(ATTRIBUTE_INTEGER, value)
            .number(ATTRIBUTE_KIND, KIND_INTEGER);
    graph.message(GRAPH_NODE, message(operator, inputs, output).message(NODE_ATTRIBUTE, setting));
  }

  /// Adds a constant vector of one integer.
  void integer(String name, long value) {
    integers(name, value);
  }

  /// Adds a constant vector of integers.
  void integers(String name, long... values) {
    var tensor =
        new ProtobufWriter().number(TENSOR_DIMENSIONS, values.length).number(TENSOR_TYPE, INT64);
    for (long value : values) {
      tensor.number(TENSOR_INTEGERS, value);
    }
    graph.message(GRAPH_INITIALIZER, tensor.text(TENSOR_NAME, name));
  }

  private static ProtobufWriter message(String operator, List<String> inputs, String output) {
    var node = new ProtobufWriter();
    inputs.forEach(input -> node.text(NODE_INPUT, input));
    return node.text(NODE_OUTPUT, output).text(NODE_OPERATOR, operator);
  }

  /// Adds a value of the graph as an output with another name.
  void output(String value, String name) {
    node("Identity", List.of(value), name);
    graph.message(GRAPH_OUTPUT, new ProtobufWriter().text(VALUE_NAME, name));
    outputs.add(name);
  }

  /// Adds a node of the graph once more, with other names.
  ///
  /// @param message the node's own
  void again(byte[] message, List<String> inputs, List<String> outputs) {
    var node = new ProtobufWriter();
    inputs.forEach(input -> node.text(NODE_INPUT, input));
    outputs.forEach(output -> node.text(NODE_OUTPUT, output));
    try (var reader = new ProtobufReader(message)) {
      for (long start = 0; start < reader.size(); start = reader.position()) {
        int field = reader.nextField(reader.size());
        reader.skip(reader.size());
        if (field != NODE_INPUT && field != NODE_OUTPUT && field != NODE_NAME) {
          node.fields(reader.copy(start, reader.position()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a node that was read before", e);
    }
    graph.message(GRAPH_NODE, node);
  }

  /// The outputs that were added, in order.
  List<String> outputs() {
    return List.copyOf(outputs);
  }

  byte[] toByteArray() {
    return new ProtobufWriter().message(MODEL_GRAPH, graph).toByteArray();
  }
}
