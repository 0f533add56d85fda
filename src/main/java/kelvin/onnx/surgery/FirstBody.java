package kelvin.onnx.surgery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.onnx.wire.ProtobufReader;
import kelvin.onnx.wire.ProtobufWriter;

/// Unfolds a graph that has two bodies in an `If`, one for the first tokens and one for those after
/// a past. An input says which.
///
/// In its place stand the nodes of the body for the first tokens, so that the rules and added
/// outputs reach them. The names in a body differ from all names around it, as ONNX requires.
public final class FirstBody {

  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_OUTPUT = 12;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int ATTRIBUTE_NAME = 1;
  private static final int ATTRIBUTE_GRAPH = 6;
  private static final int VALUE_NAME = 1;
  private static final String BODY = "else_branch";

  private final ProtobufReader reader;

  /// The nodes to unfold, by the places of their messages.
  private final Map<Long, Node> chosen;

  private FirstBody(ProtobufReader reader, Map<Long, Node> chosen) {
    this.reader = reader;
    this.chosen = chosen;
  }

  /// Returns whether a graph has two bodies.
  public static boolean isIn(Graph graph) {
    return !chosen(graph).isEmpty();
  }

  private static Map<Long, Node> chosen(Graph graph) {
    var chosen = new HashMap<Long, Node>();
    for (var node : graph.nodes()) {
      if (node.operator().equals("If") && graph.inputs().contains(node.input(0))) {
        chosen.put(node.start(), node);
      }
    }
    return chosen;
  }

  /// Returns the bytes of the unfolded model; the same bytes if there is nothing to unfold.
  ///
  /// @param graph what `Graph.read` found in `model`
  public static byte[] unfold(byte[] model, Graph graph) throws IOException {
    var chosen = chosen(graph);
    if (chosen.isEmpty()) {
      return model;
    }
    try (var reader = new ProtobufReader(model)) {
      return new FirstBody(reader, chosen).model();
    }
  }

  private byte[] model() throws IOException {
    var out = new ProtobufWriter();
    long end = reader.size();
    for (long start = 0; start < end; start = reader.position()) {
      int field = reader.nextField(end);
      if (field == MODEL_GRAPH) {
        out.message(field, graph(reader.enter(end)));
      } else {
        copy(start, end, out);
      }
    }
    return out.toByteArray();
  }

  private void copy(long start, long end, ProtobufWriter out) throws IOException {
    reader.skip(end);
    out.fields(reader.copy(start, reader.position()));
  }

  private ProtobufWriter graph(long end) throws IOException {
    var out = new ProtobufWriter();
    for (long start = reader.position(); start < end; start = reader.position()) {
      if (reader.nextField(end) != GRAPH_NODE) {
        copy(start, end, out);
        continue;
      }
      long stop = reader.enter(end);
      var node = chosen.get(reader.position());
      if (node == null) {
        reader.seek(stop);
        out.fields(reader.copy(start, stop));
      } else {
        unfold(node, stop, out);
      }
    }
    return out;
  }

  private void unfold(Node node, long end, ProtobufWriter graph) throws IOException {
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      if (field == NODE_ATTRIBUTE) {
        attribute(node, reader.enter(end), graph);
      } else {
        reader.skip(end);
      }
    }
  }

  private void attribute(Node node, long end, ProtobufWriter graph) throws IOException {
    var name = "";
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      if (field == ATTRIBUTE_NAME) {
        name = reader.string(end);
      } else if (field == ATTRIBUTE_GRAPH && name.equals(BODY)) {
        body(node, reader.enter(end), graph);
      } else {
        reader.skip(end);
      }
    }
  }

  private void body(Node node, long end, ProtobufWriter graph) throws IOException {
    var results = new ArrayList<String>();
    for (long start = reader.position(); start < end; start = reader.position()) {
      switch (reader.nextField(end)) {
        case GRAPH_NODE, GRAPH_INITIALIZER -> copy(start, end, graph);
        case GRAPH_OUTPUT -> results.add(name(reader.enter(end)));
        default -> reader.skip(end);
      }
    }
    for (int i = 0; i < Math.min(results.size(), node.outputs().size()); i++) {
      graph.message(GRAPH_NODE, identity(results, node, i));
    }
  }

  private static ProtobufWriter identity(List<String> results, Node node, int place) {
    return new ProtobufWriter()
        .text(NODE_INPUT, results.get(place))
        .text(NODE_OUTPUT, node.output(place))
        .text(NODE_OPERATOR, "Identity");
  }

  private String name(long end) throws IOException {
    var name = "";
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      if (field == VALUE_NAME) {
        name = reader.string(end);
      } else {
        reader.skip(end);
      }
    }
    return name;
  }
}
