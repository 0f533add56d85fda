package kelvin.onnx.surgery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.onnx.wire.ProtobufReader;

/// Reads the nodes and the weights of a graph whose large weights are in files.
///
/// Field numbers are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
final class GraphReader {

  private static final int MODEL_GRAPH = 7;
  private static final int MODEL_OPERATORS = 8;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_INPUT = 11;
  private static final int GRAPH_OUTPUT = 12;
  private static final int OPERATORS_DOMAIN = 1;
  private static final int OPERATORS_VERSION = 2;
  private static final int VALUE_NAME = 1;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_NAME = 3;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int NODE_DOMAIN = 7;

  private final ProtobufReader reader;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final List<String> inputs = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();
  private long operators = 1;

  private GraphReader(ProtobufReader reader) {
    this.reader = reader;
  }

  static Graph read(byte[] model) throws IOException {
    try (var reader = new ProtobufReader(model)) {
      var found = new GraphReader(reader);
      found.readModel();
      return new Graph(
          model, found.operators, found.nodes, found.tensors, found.inputs, found.outputs);
    }
  }

  private void readModel() throws IOException {
    long end = reader.size();
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case MODEL_GRAPH -> readGraph(reader.enter(end));
        case MODEL_OPERATORS -> readOperators(reader.enter(end));
        default -> reader.skip(end);
      }
    }
  }

  private void readGraph(long end) throws IOException {
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case GRAPH_NODE -> readNode(reader.enter(end));
        case GRAPH_INITIALIZER -> {
          var tensor = Tensor.read(reader, reader.enter(end));
          tensors.put(tensor.name(), tensor);
        }
        case GRAPH_INPUT -> inputs.add(readName(reader.enter(end)));
        case GRAPH_OUTPUT -> outputs.add(readName(reader.enter(end)));
        default -> reader.skip(end);
      }
    }
  }

  /// The version of ONNX's own operators.
  private void readOperators(long end) throws IOException {
    var domain = "";
    long version = 0;
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case OPERATORS_DOMAIN -> domain = reader.string(end);
        case OPERATORS_VERSION -> version = reader.varint();
        default -> reader.skip(end);
      }
    }
    if (domain.isEmpty() || domain.equals("ai.onnx")) {
      operators = version;
    }
  }

  private String readName(long end) throws IOException {
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

  private void readNode(long end) throws IOException {
    long start = reader.position();
    var from = new ArrayList<String>();
    var to = new ArrayList<String>();
    var attributes = new HashMap<String, Attribute>();
    var operator = "";
    var name = "";
    var domain = "";
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case NODE_INPUT -> from.add(reader.string(end));
        case NODE_OUTPUT -> to.add(reader.string(end));
        case NODE_OPERATOR -> operator = reader.string(end);
        case NODE_NAME -> name = reader.string(end);
        case NODE_DOMAIN -> domain = reader.string(end);
        case NODE_ATTRIBUTE -> {
          var attribute = Attribute.read(reader, reader.enter(end));
          attributes.put(attribute.getKey(), attribute.getValue());
        }
        default -> reader.skip(end);
      }
    }
    var constant = attributes.get("value");
    if (operator.equals("Constant") && constant != null && constant.tensor().isPresent()) {
      tensors.put(to.getFirst(), constant.tensor().get().named(to.getFirst()));
    }
    var title = new Node.Title(domain, name);
    nodes.add(new Node(operator, title, from, to, attributes, new Node.Place(start, end)));
  }
}
