package kelvin.onnx.surgery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.onnx.wire.ProtobufReader;

/// Reads the nodes and the weights of a graph whose large weights are in files.
///
/// Field numbers are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
final class GraphReader {

  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_INPUT = 11;
  private static final int VALUE_NAME = 1;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int ATTRIBUTE_NAME = 1;
  private static final int ATTRIBUTE_INTEGER = 3;
  private static final int ATTRIBUTE_TENSOR = 5;
  private static final int ATTRIBUTE_GRAPH = 6;

  private final ProtobufReader reader;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final List<String> inputs = new ArrayList<>();

  private GraphReader(ProtobufReader reader) {
    this.reader = reader;
  }

  static Graph read(byte[] model) throws IOException {
    try (var reader = new ProtobufReader(model)) {
      var found = new GraphReader(reader);
      found.readModel();
      return new Graph(model, found.nodes, found.tensors, found.inputs);
    }
  }

  private void readModel() throws IOException {
    long end = reader.size();
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      if (field == MODEL_GRAPH) {
        readGraph(reader.enter(end));
      } else {
        reader.skip(end);
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
        default -> reader.skip(end);
      }
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
    var attributes = new HashMap<String, Node.Attribute>();
    var operator = "";
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case NODE_INPUT -> from.add(reader.string(end));
        case NODE_OUTPUT -> to.add(reader.string(end));
        case NODE_OPERATOR -> operator = reader.string(end);
        case NODE_ATTRIBUTE -> readAttribute(reader.enter(end), attributes);
        default -> reader.skip(end);
      }
    }
    var constant = attributes.get("value");
    if (operator.equals("Constant") && constant != null && constant.tensor().isPresent()) {
      tensors.put(to.getFirst(), constant.tensor().get().named(to.getFirst()));
    }
    nodes.add(new Node(operator, from, to, attributes, start, end));
  }

  private void readAttribute(long end, Map<String, Node.Attribute> attributes) throws IOException {
    var name = "";
    long integer = 0;
    Optional<Tensor> tensor = Optional.empty();
    boolean isGraph = false;
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case ATTRIBUTE_NAME -> name = reader.string(end);
        case ATTRIBUTE_INTEGER -> integer = reader.varint();
        case ATTRIBUTE_TENSOR -> tensor = Optional.of(Tensor.read(reader, reader.enter(end)));
        case ATTRIBUTE_GRAPH -> {
          isGraph = true;
          reader.skip(end);
        }
        default -> reader.skip(end);
      }
    }
    attributes.put(name, new Node.Attribute(integer, tensor, isGraph));
  }
}
