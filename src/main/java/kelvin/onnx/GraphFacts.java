package kelvin.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What an `.onnx` file says of itself, read without loading it.
///
/// Field numbers are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
///
/// @param elements how many numbers the weights of each ONNX data type hold
/// @param externalFiles the files, relative to the graph's folder, that hold weights
/// @param operators the operators that occur, such as `MatMul` or `com.microsoft.MatMulNBits`
/// @param functions operators that the file itself defines
/// @param windows how many positions attention sees, where it does not see all
record GraphFacts(
    Map<Integer, Long> elements,
    Set<String> externalFiles,
    Set<String> operators,
    Set<String> functions,
    Set<Long> windows) {

  private static final int MODEL_GRAPH = 7;
  private static final int MODEL_FUNCTION = 25;
  private static final int FUNCTION_NAME = 1;
  private static final int FUNCTION_DOMAIN = 10;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int NODE_DOMAIN = 7;
  private static final int ATTRIBUTE_NAME = 1;
  private static final int ATTRIBUTE_INTEGER = 3;
  private static final int ATTRIBUTE_GRAPH = 6;
  private static final int TENSOR_DIMENSIONS = 1;
  private static final int TENSOR_TYPE = 2;
  private static final int TENSOR_EXTERNAL = 13;
  private static final int ENTRY_KEY = 1;
  private static final int ENTRY_VALUE = 2;
  private static final int FLOAT16 = 10;
  private static final int BFLOAT16 = 16;

  /// More than any file can hold, and far from overflow.
  private static final long MOST_ELEMENTS = 1L << 50;

  /// More than all operators of ONNX and its usual extensions, or the files of any model.
  private static final int MOST_NAMES = 4096;

  private static final int MOST_DEPTH = 16;

  /// ONNX's own numbers for its data types.
  private static final Map<Integer, String> TYPE_NAMES =
      Map.of(
          1,
          "float32",
          2,
          "uint8",
          3,
          "int8",
          FLOAT16,
          "float16",
          11,
          "float64",
          BFLOAT16,
          "bfloat16",
          17,
          "float8e4m3fn",
          21,
          "uint4",
          22,
          "int4");

  /// @throws IOException when the file is damaged, with where
  static GraphFacts read(Path file) throws IOException {
    var facts =
        new GraphFacts(
            new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    try (var reader = new ProtobufReader(file)) {
      boolean hasGraph = false;
      long end = reader.size();
      for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
        switch (field) {
          case MODEL_GRAPH -> {
            hasGraph = true;
            facts.readGraph(reader, reader.enter(end), 0);
          }
          case MODEL_FUNCTION -> facts.readFunction(reader, reader.enter(end));
          default -> reader.skip(end);
        }
      }
      if (!hasGraph) {
        throw new IOException("it holds no graph");
      }
    }
    return facts;
  }

  /// @param depth of graphs inside of nodes
  private void readGraph(ProtobufReader reader, long end, int depth) throws IOException {
    if (depth > MOST_DEPTH) {
      throw new IOException("graphs inside of graphs, more than " + MOST_DEPTH + " deep");
    }
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case GRAPH_NODE -> readNode(reader, reader.enter(end), depth);
        case GRAPH_INITIALIZER -> readTensor(reader, reader.enter(end));
        default -> reader.skip(end);
      }
    }
  }

  private void readNode(ProtobufReader reader, long end, int depth) throws IOException {
    var operator = "";
    var domain = "";
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case NODE_OPERATOR -> operator = reader.string(end);
        case NODE_DOMAIN -> domain = reader.string(end);
        case NODE_ATTRIBUTE -> readAttribute(reader, reader.enter(end), depth);
        default -> reader.skip(end);
      }
    }
    addName(operators, qualified(domain, operator));
  }

  private static String qualified(String domain, String operator) {
    boolean standard = domain.isEmpty() || domain.equals("ai.onnx");
    return standard ? operator : domain + "." + operator;
  }

  /// Bodies of `If` and loops are graphs of their own, with weights.
  private void readAttribute(ProtobufReader reader, long end, int depth) throws IOException {
    var name = "";
    long value = 0;
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case ATTRIBUTE_NAME -> name = reader.string(end);
        case ATTRIBUTE_INTEGER -> value = reader.varint();
        case ATTRIBUTE_GRAPH -> readGraph(reader, reader.enter(end), depth + 1);
        default -> reader.skip(end);
      }
    }
    if (name.equals("local_window_size") && windows.size() < MOST_NAMES) {
      windows.add(value);
    }
  }

  private void readFunction(ProtobufReader reader, long end) throws IOException {
    var name = "";
    var domain = "";
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case FUNCTION_NAME -> name = reader.string(end);
        case FUNCTION_DOMAIN -> domain = reader.string(end);
        default -> reader.skip(end);
      }
    }
    addName(functions, qualified(domain, name));
  }

  private void readTensor(ProtobufReader reader, long end) throws IOException {
    int type = 0;
    long count = 1;
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case TENSOR_TYPE -> type = (int) reader.varint();
        case TENSOR_EXTERNAL -> readExternal(reader, reader.enter(end));
        case TENSOR_DIMENSIONS -> count = timesDimensions(count, reader, end);
        default -> reader.skip(end);
      }
    }
    elements.merge(type, count, (x, y) -> Math.min(x + y, MOST_ELEMENTS));
  }

  /// One dimension, or all of them when they are packed into one field.
  private static long timesDimensions(long count, ProtobufReader reader, long end)
      throws IOException {
    long product = count;
    if (reader.wireType() == ProtobufReader.LENGTH_DELIMITED) {
      long stop = reader.enter(end);
      while (reader.position() < stop) {
        product = times(product, reader.varint());
      }
    } else {
      product = times(product, reader.varint());
    }
    return product;
  }

  private static long times(long count, long dimension) throws IOException {
    if (dimension < 0 || (dimension > 0 && count > MOST_ELEMENTS / dimension)) {
      throw new IOException("a tensor with a dimension of " + dimension);
    }
    return count * dimension;
  }

  private void readExternal(ProtobufReader reader, long end) throws IOException {
    var key = "";
    var value = "";
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case ENTRY_KEY -> key = reader.string(end);
        case ENTRY_VALUE -> value = reader.string(end);
        default -> reader.skip(end);
      }
    }
    if (key.equals("location")) {
      addName(externalFiles, value);
    }
  }

  private static void addName(Set<String> names, String name) throws IOException {
    names.add(name);
    if (names.size() > MOST_NAMES) {
      throw new IOException("more than " + MOST_NAMES + " different names");
    }
  }

  /// Whether activations are quantised over all new tokens at once, so that rows depend a little on
  /// what runs with them.
  boolean quantisesDynamically() {
    return operators.stream().anyMatch(name -> name.contains("DynamicQuantize"));
  }

  /// Whether numbers are rounded on the way so coarsely that rows of equal tokens differ visibly.
  boolean roundsCoarsely() {
    return elements.containsKey(FLOAT16)
        || elements.containsKey(BFLOAT16)
        || operators.stream()
            .anyMatch(name -> name.contains("QuantizeLinear") || name.endsWith("MatMulNBits"));
  }

  /// The widest window of attention, 0 without one.
  int attentionWindow() {
    long widest = windows.stream().mapToLong(Long::longValue).max().orElse(0);
    return Math.clamp(widest, 0, Integer.MAX_VALUE);
  }

  /// The type that most weights have.
  String precision() {
    var packed = operators.contains("com.microsoft.MatMulNBits");
    int most = 0;
    for (var entry : weightElements().entrySet()) {
      if (most == 0 || entry.getValue() > weightElements().getOrDefault(most, 0L)) {
        most = entry.getKey();
      }
    }
    var name = TYPE_NAMES.getOrDefault(most, "unknown");
    return packed && name.equals("uint8") ? "packed 2- to 8-bit (MatMulNBits)" : name;
  }

  /// How many numbers are stored as weights; packed weights count as stored.
  long parameterCount() {
    return weightElements().values().stream().mapToLong(Long::longValue).sum();
  }

  /// Without the integers of shapes and indices.
  private Map<Integer, Long> weightElements() {
    var weights = new HashMap<>(elements);
    weights.keySet().retainAll(TYPE_NAMES.keySet());
    return weights;
  }
}
