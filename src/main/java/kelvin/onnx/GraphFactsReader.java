package kelvin.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kelvin.onnx.wire.ExternalEntry;
import kelvin.onnx.wire.ProtobufReader;

/// Reads the facts that an `.onnx` file states.
///
/// Field numbers are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
final class GraphFactsReader {

  private static final int MODEL_GRAPH = 7;
  private static final int MODEL_FUNCTION = 25;
  private static final int FUNCTION_NAME = 1;
  private static final int FUNCTION_NODE = 7;
  private static final int FUNCTION_DOMAIN = 10;
  private static final int FUNCTION_ATTRIBUTE = 11;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_SPARSE_INITIALIZER = 15;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int NODE_DOMAIN = 7;
  private static final int ATTRIBUTE_NAME = 1;
  private static final int ATTRIBUTE_INTEGER = 3;
  private static final int ATTRIBUTE_TENSOR = 5;
  private static final int ATTRIBUTE_GRAPH = 6;
  private static final int ATTRIBUTE_TENSORS = 10;
  private static final int ATTRIBUTE_GRAPHS = 11;
  private static final int ATTRIBUTE_SPARSE_TENSOR = 22;
  private static final int ATTRIBUTE_SPARSE_TENSORS = 23;
  private static final int SPARSE_VALUES = 1;
  private static final int SPARSE_INDICES = 2;
  private static final int TENSOR_DIMENSIONS = 1;
  private static final int TENSOR_TYPE = 2;
  private static final int TENSOR_EXTERNAL = 13;

  /// More than any file can contain, and far from an overflow.
  private static final long MAX_ELEMENTS = 1L << 50;

  /// More than all operators of ONNX and its usual extensions, or the weight files of any model.
  private static final int MAX_NAMES = 4096;

  /// The number of elements of a small vocabulary's embedding.
  private static final long LARGE = 1L << 16;

  private static final int MAX_DEPTH = 16;

  private final GraphFacts facts;

  /// @param externalFiles takes the names of the files with weights
  private GraphFactsReader(Set<String> externalFiles) {
    facts =
        new GraphFacts(
            new TreeMap<>(),
            new TreeMap<>(),
            externalFiles,
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeMap<>());
  }

  /// @throws IOException if the file is damaged; the message says where
  static GraphFacts read(Path file) throws IOException {
    var found = new GraphFactsReader(new TreeSet<>());
    try (var reader = new ProtobufReader(file)) {
      boolean hasGraph = false;
      long end = reader.size();
      for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
        switch (field) {
          case MODEL_GRAPH -> {
            hasGraph = true;
            found.readGraph(reader, reader.enter(end), 0);
          }
          case MODEL_FUNCTION -> found.readFunction(reader, reader.enter(end));
          default -> reader.skip(end);
        }
      }
      if (!hasGraph) {
        throw new IOException("it contains no graph");
      }
    }
    return found.facts;
  }

  /// @param depth the nesting depth of graphs inside nodes
  private void readGraph(ProtobufReader reader, long end, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw new IOException("graphs are nested more than " + MAX_DEPTH + " deep");
    }
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case GRAPH_NODE -> readNode(reader, reader.enter(end), depth);
        case GRAPH_INITIALIZER -> countTensor(reader, reader.enter(end));
        case GRAPH_SPARSE_INITIALIZER -> readSparse(reader, reader.enter(end));
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
    addTo(facts.operators(), qualified(domain, operator));
  }

  private static String qualified(String domain, String operator) {
    boolean standard = domain.isEmpty() || domain.equals("ai.onnx");
    return standard ? operator : domain + "." + operator;
  }

  /// Bodies of `If` and of loops are nested graphs with their own weights.
  private void readAttribute(ProtobufReader reader, long end, int depth) throws IOException {
    var name = "";
    long value = 0;
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case ATTRIBUTE_NAME -> name = reader.string(end);
        case ATTRIBUTE_INTEGER -> value = reader.varint();
        case ATTRIBUTE_TENSOR, ATTRIBUTE_TENSORS -> readTensor(reader, reader.enter(end));
        case ATTRIBUTE_SPARSE_TENSOR, ATTRIBUTE_SPARSE_TENSORS ->
            readSparse(reader, reader.enter(end));
        case ATTRIBUTE_GRAPH, ATTRIBUTE_GRAPHS -> readGraph(reader, reader.enter(end), depth + 1);
        default -> reader.skip(end);
      }
    }
    if (name.equals(GraphFacts.WINDOW) || name.equals(GraphFacts.ACCURACY)) {
      addTo(facts.attributes().computeIfAbsent(name, _ -> new TreeSet<>()), value);
    }
  }

  /// Of what a function consists, only the files matter.
  private void readFunction(ProtobufReader reader, long end) throws IOException {
    var body = new GraphFactsReader(facts.externalFiles());
    var name = "";
    var domain = "";
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case FUNCTION_NAME -> name = reader.string(end);
        case FUNCTION_DOMAIN -> domain = reader.string(end);
        case FUNCTION_NODE -> body.readNode(reader, reader.enter(end), 0);
        case FUNCTION_ATTRIBUTE -> body.readAttribute(reader, reader.enter(end), 0);
        default -> reader.skip(end);
      }
    }
    addTo(facts.functions(), qualified(domain, name));
  }

  /// Reads a tensor whose elements are not counted.
  private void readTensor(ProtobufReader reader, long end) throws IOException {
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      if (field == TENSOR_EXTERNAL) {
        readExternal(reader, reader.enter(end));
      } else {
        reader.skip(end);
      }
    }
  }

  private void readSparse(ProtobufReader reader, long end) throws IOException {
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      if (field == SPARSE_VALUES || field == SPARSE_INDICES) {
        readTensor(reader, reader.enter(end));
      } else {
        reader.skip(end);
      }
    }
  }

  private void countTensor(ProtobufReader reader, long end) throws IOException {
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
    if (count >= LARGE && facts.large().size() < MAX_NAMES) {
      facts.large().merge(count, 1, Integer::sum);
    }
    facts.elements().merge(type, count, (x, y) -> Math.min(x + y, MAX_ELEMENTS));
  }

  /// Multiplies by one dimension, or by all of them if they are packed into one field.
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
    if (dimension < 0 || (dimension > 0 && count > MAX_ELEMENTS / dimension)) {
      throw new IOException("a tensor has the dimension " + dimension);
    }
    return count * dimension;
  }

  private void readExternal(ProtobufReader reader, long end) throws IOException {
    var entry = ExternalEntry.read(reader, end);
    if (entry.isLocation()) {
      addTo(facts.externalFiles(), entry.value());
    }
  }

  private static <T> void addTo(Set<T> names, T name) throws IOException {
    names.add(name);
    if (names.size() > MAX_NAMES) {
      throw new IOException("more than " + MAX_NAMES + " different names");
    }
  }
}
