package kelvin.onnx.surgery;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kelvin.onnx.wire.ProtobufReader;
import kelvin.onnx.wire.ProtobufWriter;

/// Copies a model without some of its weights, for which inputs stand in, and without nodes that
/// nobody needs.
public final class WithoutWeights {

  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_INPUT = 11;
  private static final int GRAPH_OUTPUT = 12;
  private static final int WEIGHTS_NAME = 8;
  private static final int VALUE_NAME = 1;

  private final Set<String> weights;
  private final Set<Long> nodes;

  /// The outputs that are left out.
  private final Set<String> values;

  private WithoutWeights(Set<String> weights, List<Node> nodes, Set<String> values) {
    this.weights = weights;
    this.nodes = nodes.stream().map(Node::start).collect(Collectors.toSet());
    this.values = values;
  }

  /// @param model the graph with its large weights in files
  /// @param weights their names; also an input of such a name is left out
  /// @param nodes of this graph that no other node needs; the outputs that they give are left out
  /// @throws IOException if the bytes are damaged
  public static byte[] of(byte[] model, Set<String> weights, List<Node> nodes) throws IOException {
    var values =
        nodes.stream().flatMap(node -> node.outputs().stream()).collect(Collectors.toSet());
    return new WithoutWeights(weights, nodes, values).copy(model);
  }

  /// Copies a model without some nodes. Its outputs stay declared: other nodes must give them.
  ///
  /// @param model the graph with its large weights in files
  /// @throws IOException if the bytes are damaged
  static byte[] withoutNodes(byte[] model, List<Node> nodes) throws IOException {
    return new WithoutWeights(Set.of(), nodes, Set.of()).copy(model);
  }

  private byte[] copy(byte[] model) throws IOException {
    var out = new ProtobufWriter();
    try (var reader = new ProtobufReader(model)) {
      long end = reader.size();
      for (long start = 0; start < end; start = reader.position()) {
        int field = reader.nextField(end);
        if (field == MODEL_GRAPH) {
          out.message(field, graph(reader, reader.enter(end)));
        } else {
          reader.skip(end);
          out.fields(reader.copy(start, reader.position()));
        }
      }
    }
    return out.toByteArray();
  }

  private ProtobufWriter graph(ProtobufReader reader, long end) throws IOException {
    var out = new ProtobufWriter();
    for (long start = reader.position(); start < end; start = reader.position()) {
      int field = reader.nextField(end);
      boolean leavesOut = leavesOut(reader, field, end);
      long stop = reader.position();
      if (!leavesOut) {
        out.fields(reader.copy(start, stop));
      }
    }
    return out;
  }

  /// Returns whether a field is not copied; its end is then the position.
  private boolean leavesOut(ProtobufReader reader, int field, long end) throws IOException {
    return switch (field) {
      case GRAPH_INITIALIZER -> weights.contains(name(reader, reader.enter(end), WEIGHTS_NAME));
      case GRAPH_INPUT -> weights.contains(name(reader, reader.enter(end), VALUE_NAME));
      case GRAPH_OUTPUT -> values.contains(name(reader, reader.enter(end), VALUE_NAME));
      case GRAPH_NODE -> isUnwanted(reader, reader.enter(end));
      default -> {
        reader.skip(end);
        yield false;
      }
    };
  }

  private boolean isUnwanted(ProtobufReader reader, long end) throws IOException {
    boolean unwanted = nodes.contains(reader.position());
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      reader.skip(end);
    }
    return unwanted;
  }

  /// The name in a message, whose end is then the position.
  private static String name(ProtobufReader reader, long end, int nameField) throws IOException {
    var name = "";
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      if (field == nameField) {
        name = reader.string(end);
      } else {
        reader.skip(end);
      }
    }
    return name;
  }
}
