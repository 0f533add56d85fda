package kelvin.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kelvin.inference.ModelLoadException;
import kelvin.onnx.wire.ProtobufReader;

/// Limits the size of a graph before the runtime reads it. The limits are far above any real
/// graph.
///
/// Field numbers are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
final class GraphLimits {

  /// The maximum size of protocol buffers; a larger file can only be damaged.
  static final long MAX_BYTES = Integer.MAX_VALUE;

  /// The largest real exports have some ten thousand nodes.
  static final int MAX_NODES = 1_000_000;

  /// More than all operators of ONNX and all functions of any model.
  private static final int MAX_NAMES = 4096;

  /// Bodies of `If` in real exports are nested two or three deep.
  private static final int MAX_DEPTH = 16;

  private static final int MODEL_GRAPH = 7;
  private static final int MODEL_FUNCTION = 25;
  private static final int GRAPH_NODE = 1;
  private static final int FUNCTION_NAME = 1;
  private static final int FUNCTION_NODE = 7;
  private static final int FUNCTION_DOMAIN = 10;
  private static final int FUNCTION_OVERLOAD = 13;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int NODE_DOMAIN = 7;
  private static final int NODE_OVERLOAD = 8;
  private static final int ATTRIBUTE_GRAPH = 6;
  private static final int ATTRIBUTE_GRAPHS = 11;

  /// Names a function or an operator.
  private record Name(String domain, String operator, String overload) {}

  /// The nodes of a graph or a function, with those nested in them.
  private static final class Body {
    private final Map<Name, Long> counts = new HashMap<>();
    private int nodes;
  }

  private final Path graph;
  private final ProtobufReader reader;
  private final Map<Name, Body> functions = new HashMap<>();

  private GraphLimits(Path graph, ProtobufReader reader) {
    this.graph = graph;
    this.reader = reader;
  }

  /// @throws IOException if the file is damaged; the message says where
  static void check(Path graph) throws IOException, ModelLoadException {
    if (Files.size(graph) > MAX_BYTES) {
      throw new ModelLoadException(
          graph,
          "this file is larger than 2 GB, which no .onnx file can be.",
          "Export the model with its weights in separate files.");
    }
    try (var reader = new ProtobufReader(graph)) {
      new GraphLimits(graph, reader).check();
    }
  }

  private void check() throws IOException, ModelLoadException {
    var main = new Body();
    long end = reader.size();
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case MODEL_GRAPH -> readNodes(main, GRAPH_NODE, reader.enter(end), 0);
        case MODEL_FUNCTION -> readFunction(reader.enter(end));
        default -> reader.skip(end);
      }
    }
    if (expanded(main, new HashMap<>(), new HashSet<>()) > MAX_NODES) {
      throw tooMany("the graph has more than a million operators when its functions are inserted.");
    }
  }

  private ModelLoadException tooMany(String reason) {
    return new ModelLoadException(
        graph,
        reason,
        "Export the model again: the graphs of language models have a few thousand.");
  }

  private void readNodes(Body body, int nodeField, long end, int depth)
      throws IOException, ModelLoadException {
    if (depth > MAX_DEPTH) {
      throw new ModelLoadException(
          graph,
          "it has graphs inside of graphs, more than " + MAX_DEPTH + " deep.",
          "Export the model again: the graphs of language models have two or three levels.");
    }
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      if (field == nodeField) {
        readNode(body, reader.enter(end), depth);
      } else {
        reader.skip(end);
      }
    }
  }

  private void readNode(Body body, long end, int depth) throws IOException, ModelLoadException {
    if (++body.nodes > MAX_NODES) {
      throw tooMany("the graph has more than a million operators.");
    }
    var operator = "";
    var domain = "";
    var overload = "";
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case NODE_OPERATOR -> operator = reader.string(end);
        case NODE_DOMAIN -> domain = reader.string(end);
        case NODE_OVERLOAD -> overload = reader.string(end);
        case NODE_ATTRIBUTE -> readAttribute(body, reader.enter(end), depth);
        default -> reader.skip(end);
      }
    }
    body.counts.merge(new Name(domain, operator, overload), 1L, Long::sum);
    if (body.counts.size() > MAX_NAMES) {
      throw new IOException("more than " + MAX_NAMES + " different names");
    }
  }

  private void readAttribute(Body body, long end, int depth)
      throws IOException, ModelLoadException {
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      if (field == ATTRIBUTE_GRAPH || field == ATTRIBUTE_GRAPHS) {
        readNodes(body, GRAPH_NODE, reader.enter(end), depth + 1);
      } else {
        reader.skip(end);
      }
    }
  }

  /// The fields of a function may come in any order, so its nodes are read after its name.
  private void readFunction(long end) throws IOException, ModelLoadException {
    var name = "";
    var domain = "";
    var overload = "";
    long start = reader.position();
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case FUNCTION_NAME -> name = reader.string(end);
        case FUNCTION_DOMAIN -> domain = reader.string(end);
        case FUNCTION_OVERLOAD -> overload = reader.string(end);
        default -> reader.skip(end);
      }
    }
    reader.seek(start);
    var body = new Body();
    readNodes(body, FUNCTION_NODE, end, 0);
    functions.put(new Name(domain, name, overload), body);
    if (functions.size() > MAX_NAMES) {
      throw new IOException("more than " + MAX_NAMES + " different names");
    }
  }

  /// The number of nodes when the runtime has put the body of each function in the place of its
  /// calls; at most one more than allowed.
  ///
  /// @param known the numbers of the functions that were counted before
  /// @param open the functions whose calls are being followed
  private long expanded(Body body, Map<Name, Long> known, Set<Name> open)
      throws ModelLoadException {
    long count = body.nodes;
    for (var call : body.counts.entrySet()) {
      var function = functions.get(call.getKey());
      if (function != null) {
        count += call.getValue() * expanded(call.getKey(), function, known, open);
      }
      if (count > MAX_NODES) {
        return MAX_NODES + 1L;
      }
    }
    return count;
  }

  private long expanded(Name name, Body function, Map<Name, Long> known, Set<Name> open)
      throws ModelLoadException {
    var before = known.get(name);
    if (before != null) {
      return before;
    }
    if (!open.add(name) || open.size() > MAX_DEPTH * MAX_DEPTH) {
      throw new ModelLoadException(
          graph,
          "its functions call themselves, or each other too deeply (" + name.operator() + ").",
          "Export the model again.");
    }
    long count = expanded(function, known, open);
    open.remove(name);
    known.put(name, count);
    return count;
  }
}
