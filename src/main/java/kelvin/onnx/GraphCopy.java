package kelvin.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import kelvin.onnx.wire.ProtobufReader;
import kelvin.onnx.wire.ProtobufWriter;

/// Copies a graph without its weights: as it is, or as an equivalent float32 graph of a
/// half-precision one.
///
/// On CPUs, ONNX Runtime has few kernels for float16 and hardly any for bfloat16: it converts
/// weights at every run, or refuses. Here every half-precision type becomes float32, and a `Cast`
/// follows every weight, which the runtime computes once, at load time. Where a node looks up rows
/// of a weight (`HalfTables`), the `Cast` follows the rows, so that the weight stays in its file.
/// The weights are not read: the copy of the graph refers to their places in the file, so it takes
/// only a few megabytes for any model.
///
/// Field numbers are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
final class GraphCopy {

  /// In older files weights are inputs too, so they are not constant.
  private static final int MIN_IR_VERSION = 4;

  private static final int MAX_BYTES = 256 << 20;
  private static final int MAX_DEPTH = 16;
  private static final int MODEL_IR_VERSION = 1;
  private static final int MODEL_GRAPH = 7;
  private static final int MODEL_FUNCTION = 25;
  private static final int FUNCTION_NODE = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_INPUT = 11;
  private static final int GRAPH_OUTPUT = 12;
  private static final int GRAPH_VALUE = 13;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int VALUE_TYPE = 2;
  private static final int TENSOR_TYPE = 1;
  private static final int ELEMENT_TYPE = 1;
  private static final int ATTRIBUTE_NAME = 1;
  private static final int ATTRIBUTE_INTEGER = 3;
  private static final int ATTRIBUTE_TENSOR = 5;
  private static final int ATTRIBUTE_GRAPH = 6;
  private static final int ATTRIBUTE_KIND = 20;
  private static final int KIND_INTEGER = 2;
  private static final String HALF_PREFIX = "kelvin/half/";

  /// Attributes that name a type.
  private static final Set<String> TYPE_ATTRIBUTES = Set.of("to", "dtype", "output_dtype");

  private final ProtobufReader reader;
  private final WeightLocations locations;
  private final boolean widens;
  private HalfTables tables = HalfTables.NONE;

  private GraphCopy(ProtobufReader reader, WeightLocations locations, boolean widens) {
    this.reader = reader;
    this.locations = locations;
    this.widens = widens;
  }

  /// Returns the bytes of the graph with float32 in place of half precision.
  ///
  /// @param locations the places of the weights in the copy
  /// @throws IOException if the graph cannot be rewritten; the message says why
  static byte[] inFloat32(Path graph, WeightLocations locations) throws IOException {
    return of(graph, locations, true);
  }

  /// Returns the bytes of the same graph, whose large weights stay in the files.
  ///
  /// @param locations the places of the weights in the copy
  /// @throws IOException if the graph cannot be copied; the message says why
  static byte[] asItIs(Path graph, WeightLocations locations) throws IOException {
    return of(graph, locations, false);
  }

  private static byte[] of(Path graph, WeightLocations locations, boolean widens)
      throws IOException {
    try (var reader = new ProtobufReader(graph)) {
      return new GraphCopy(reader, locations, widens).model();
    }
  }

  /// Copies the field whose number was just read.
  private void copy(long start, long end, ProtobufWriter out) throws IOException {
    reader.skip(end);
    out.fields(reader.copy(start, reader.position()));
    if (out.size() > MAX_BYTES) {
      throw new IOException("the graph without its weights is larger than 256 MB");
    }
  }

  private byte[] model() throws IOException {
    var out = new ProtobufWriter();
    long end = reader.size();
    for (long start = 0; start < end; start = reader.position()) {
      int field = reader.nextField(end);
      switch (field) {
        case MODEL_IR_VERSION -> {
          long version = reader.varint();
          if (widens && version < MIN_IR_VERSION) {
            throw new IOException("the file has the old ONNX IR version " + version);
          }
          out.number(field, version);
        }
        case MODEL_GRAPH -> {
          long stop = reader.enter(end);
          tables = widens ? HalfTables.read(reader, stop, locations) : HalfTables.NONE;
          out.message(field, graph(stop, 0));
          tables = HalfTables.NONE;
        }
        case MODEL_FUNCTION -> out.message(field, function(reader.enter(end)));
        default -> copy(start, end, out);
      }
    }
    return out.toByteArray();
  }

  private ProtobufWriter function(long end) throws IOException {
    var out = new ProtobufWriter();
    for (long start = reader.position(); start < end; start = reader.position()) {
      int field = reader.nextField(end);
      if (field == FUNCTION_NODE) {
        out.message(field, node(reader.enter(end), 0));
      } else {
        copy(start, end, out);
      }
    }
    return out;
  }

  private ProtobufWriter graph(long end, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw new IOException("graphs are nested more than " + MAX_DEPTH + " deep");
    }
    var casts = new ProtobufWriter();
    var out = new ProtobufWriter();
    for (long start = reader.position(); start < end; start = reader.position()) {
      int field = reader.nextField(end);
      switch (field) {
        case GRAPH_NODE -> {
          long stop = reader.enter(end);
          if (depth == 0 && tables.isLookUp(reader, stop)) {
            lookUp(stop, out);
          } else {
            out.message(field, node(stop, depth));
          }
        }
        case GRAPH_INITIALIZER -> initializer(reader.enter(end), out, casts);
        case GRAPH_INPUT, GRAPH_OUTPUT, GRAPH_VALUE ->
            out.message(field, nested(reader.enter(end), VALUE_TYPE, TENSOR_TYPE));
        default -> copy(start, end, out);
      }
    }
    // Weights stand behind the nodes in most files, but nodes stand in the order of computing.
    return casts.fields(out.toByteArray());
  }

  private void initializer(long end, ProtobufWriter graph, ProtobufWriter casts)
      throws IOException {
    var tensor = CopiedTensor.read(reader, end, locations, widens);
    if (tensor.needsCast()) {
      var half = HALF_PREFIX + tensor.name();
      graph.message(GRAPH_INITIALIZER, tensor.write(half));
      if (tables.isNeededWhole(tensor.name())) {
        casts.message(GRAPH_NODE, cast(half, tensor.name()));
      }
    } else {
      graph.message(GRAPH_INITIALIZER, tensor.write(tensor.name()));
    }
  }

  private static ProtobufWriter cast(String from, String to) {
    return new ProtobufWriter()
        .text(NODE_INPUT, from)
        .text(NODE_OUTPUT, to)
        .text(NODE_OPERATOR, "Cast")
        .message(
            NODE_ATTRIBUTE,
            new ProtobufWriter()
                .text(ATTRIBUTE_NAME, "to")
                .number(ATTRIBUTE_INTEGER, CopiedTensor.FLOAT32)
                .number(ATTRIBUTE_KIND, KIND_INTEGER));
  }

  /// Looks the rows up in half precision and converts them.
  private void lookUp(long end, ProtobufWriter graph) throws IOException {
    var out = new ProtobufWriter();
    var rows = "";
    boolean isFirst = true;
    for (long start = reader.position(); start < end; start = reader.position()) {
      int field = reader.nextField(end);
      if (field == NODE_OUTPUT) {
        rows = reader.string(end);
        out.text(field, HALF_PREFIX + rows);
      } else if (field == NODE_INPUT && isFirst) {
        out.text(field, HALF_PREFIX + reader.string(end));
        isFirst = false;
      } else {
        copy(start, end, out);
      }
    }
    graph.message(GRAPH_NODE, out);
    graph.message(GRAPH_NODE, cast(HALF_PREFIX + rows, rows));
  }

  private ProtobufWriter node(long end, int depth) throws IOException {
    var out = new ProtobufWriter();
    for (long start = reader.position(); start < end; start = reader.position()) {
      int field = reader.nextField(end);
      if (field == NODE_ATTRIBUTE) {
        out.message(field, attribute(reader.enter(end), depth));
      } else {
        copy(start, end, out);
      }
    }
    return out;
  }

  private ProtobufWriter attribute(long end, int depth) throws IOException {
    boolean namesType = TYPE_ATTRIBUTES.contains(attributeName(end));
    var out = new ProtobufWriter();
    for (long start = reader.position(); start < end; start = reader.position()) {
      int field = reader.nextField(end);
      if (field == ATTRIBUTE_INTEGER && namesType) {
        out.number(field, widened(reader.varint()));
      } else if (field == ATTRIBUTE_TENSOR) {
        out.message(field, constant(reader.enter(end)));
      } else if (field == ATTRIBUTE_GRAPH) {
        out.message(field, graph(reader.enter(end), depth + 1));
      } else {
        copy(start, end, out);
      }
    }
    return out;
  }

  private String attributeName(long end) throws IOException {
    long start = reader.position();
    var name = "";
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      if (field == ATTRIBUTE_NAME) {
        name = reader.string(end);
      } else {
        reader.skip(end);
      }
    }
    reader.seek(start);
    return name;
  }

  /// Constants inside a node cannot be followed by a cast.
  private ProtobufWriter constant(long end) throws IOException {
    var tensor = CopiedTensor.read(reader, end, locations, widens);
    if (tensor.needsCast()) {
      throw new IOException("a node contains a large constant of half precision");
    }
    return tensor.write(tensor.name());
  }

  /// Copies a message and widens the element type found at the end of `path`.
  private ProtobufWriter nested(long end, int... path) throws IOException {
    var out = new ProtobufWriter();
    for (long start = reader.position(); start < end; start = reader.position()) {
      int field = reader.nextField(end);
      if (path.length > 0 && field == path[0]) {
        var further = Arrays.copyOfRange(path, 1, path.length);
        out.message(field, nested(reader.enter(end), further));
      } else if (path.length == 0 && field == ELEMENT_TYPE) {
        out.number(field, widened(reader.varint()));
      } else {
        copy(start, end, out);
      }
    }
    return out;
  }

  private long widened(long type) {
    return widens && (type == CopiedTensor.FLOAT16 || type == CopiedTensor.BFLOAT16)
        ? CopiedTensor.FLOAT32
        : type;
  }
}
