package kelvin.onnx.surgery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kelvin.onnx.wire.ProtobufReader;
import kelvin.onnx.wire.ProtobufWriter;

/// Nodes, constants, inputs and outputs that are added to a graph.
///
/// A protobuf message followed by another one of its type is the merge of both: lists are joined.
/// So the bytes of a model followed by those of a fragment are the model with the additions.
public final class Fragment {

  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_INPUT = 11;
  private static final int GRAPH_OUTPUT = 12;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_NAME = 3;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int NODE_DOMAIN = 7;
  private static final int VALUE_NAME = 1;
  private static final int VALUE_TYPE = 2;
  private static final int TENSOR_TYPE = 1;
  private static final int TENSOR_ELEMENT = 1;
  private static final int TENSOR_SHAPE = 2;
  private static final int SHAPE_DIMENSION = 1;
  private static final int DIMENSION_VALUE = 1;
  private static final int WEIGHTS_DIMENSION = 1;
  private static final int WEIGHTS_TYPE = 2;
  private static final int WEIGHTS_NAME = 8;
  private static final int WEIGHTS_RAW = 9;

  private final ProtobufWriter graph = new ProtobufWriter();
  private final List<String> outputs = new ArrayList<>();

  /// Adds a node without attributes.
  void node(String operator, List<String> inputs, String output) {
    node(Node.of(operator, inputs, List.of(output), Map.of()));
  }

  /// Adds a node whose attributes are numbers, lists of them or texts.
  public void node(Node node) {
    var message = new ProtobufWriter();
    node.inputs().forEach(input -> message.text(NODE_INPUT, input));
    node.outputs().forEach(output -> message.text(NODE_OUTPUT, output));
    message.text(NODE_OPERATOR, node.operator());
    node.attributes().forEach((name, value) -> message.message(NODE_ATTRIBUTE, value.write(name)));
    if (!node.title().domain().isEmpty()) {
      message.text(NODE_DOMAIN, node.title().domain());
    }
    graph.message(GRAPH_NODE, message);
  }

  /// Adds a constant list of integers.
  public void constant(String name, List<Long> integers) {
    var bytes = new byte[integers.size() * Long.BYTES];
    integers.forEach(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)::putLong);
    var message = new ProtobufWriter().number(WEIGHTS_DIMENSION, integers.size());
    constant(message, Tensor.INT64, name, bytes);
  }

  /// Adds a constant single number.
  public void constant(String name, float number) {
    var bytes = new byte[Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(number);
    constant(new ProtobufWriter(), Tensor.FLOAT32, name, bytes);
  }

  private void constant(ProtobufWriter message, int type, String name, byte[] bytes) {
    message.number(WEIGHTS_TYPE, type).text(WEIGHTS_NAME, name);
    graph.message(GRAPH_INITIALIZER, message.bytes(WEIGHTS_RAW, bytes));
  }

  /// Adds an input for a list of `count` integers.
  public void input(String name, int count) {
    input(name, Tensor.INT64, List.of((long) count));
  }

  /// Adds an input.
  ///
  /// @param type ONNX's number of the data type
  /// @param dimensions the lengths of its axes; a negative one is free
  public void input(String name, int type, List<Long> dimensions) {
    var shape = new ProtobufWriter();
    for (long length : dimensions) {
      var dimension = new ProtobufWriter();
      shape.message(
          SHAPE_DIMENSION, length < 0 ? dimension : dimension.number(DIMENSION_VALUE, length));
    }
    var tensor = new ProtobufWriter().number(TENSOR_ELEMENT, type).message(TENSOR_SHAPE, shape);
    graph.message(
        GRAPH_INPUT,
        new ProtobufWriter()
            .text(VALUE_NAME, name)
            .message(VALUE_TYPE, new ProtobufWriter().message(TENSOR_TYPE, tensor)));
  }

  /// Adds a node with one attribute, an integer.
  void node(String operator, List<String> inputs, String output, String attribute, long value) {
    node(Node.of(operator, inputs, List.of(output), Map.of(attribute, Attribute.of(value))));
  }

  /// Gives a value another name.
  public void rename(String value, String name) {
    node("Identity", List.of(value), name);
  }

  /// Adds a value of the graph as an output with another name.
  public void output(String value, String name) {
    rename(value, name);
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
