package kelvin.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kelvin.onnx.wire.ProtobufReader;

/// The large half-precision weights of a graph from which `Gather` takes single rows, such as the
/// embeddings of the tokens. They can stay in the file: only the rows are converted.
///
/// @param looked weights of which a node looks up rows
/// @param used names that are used in another way too
record HalfTables(Set<String> looked, Set<String> used) {

  static final HalfTables NONE = new HalfTables(Set.of(), Set.of());

  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_OUTPUT = 12;
  private static final int OUTPUT_NAME = 1;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int ATTRIBUTE_GRAPH = 6;

  /// Reads the graph that ends at `end` and goes back to its beginning.
  static HalfTables read(ProtobufReader reader, long end, WeightLocations locations)
      throws IOException {
    long start = reader.position();
    var halves = new HashSet<String>();
    var looked = new HashSet<String>();
    var used = new HashSet<String>();
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case GRAPH_NODE -> {
          var inputs = new ArrayList<>(node(reader, reader.enter(end), used));
          if (inputs.getFirst().equals("Gather") && inputs.size() > 1) {
            looked.add(inputs.remove(1));
          }
          used.addAll(inputs.subList(1, inputs.size()));
        }
        case GRAPH_INITIALIZER -> {
          var tensor = CopiedTensor.read(reader, reader.enter(end), locations, true);
          if (tensor.needsCast()) {
            halves.add(tensor.name());
          }
        }
        case GRAPH_OUTPUT -> used.add(name(reader, reader.enter(end)));
        default -> reader.skip(end);
      }
    }
    reader.seek(start);
    looked.retainAll(halves);
    return new HalfTables(looked, used);
  }

  /// Returns the operator of a node and the names of its inputs.
  ///
  /// @param used takes the names that graphs inside the node use
  private static List<String> node(ProtobufReader reader, long end, Set<String> used)
      throws IOException {
    var inputs = new ArrayList<>(List.of(""));
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case NODE_INPUT -> inputs.add(reader.string(end));
        case NODE_OPERATOR -> inputs.set(0, reader.string(end));
        case NODE_ATTRIBUTE -> attribute(reader, reader.enter(end), used);
        default -> reader.skip(end);
      }
    }
    return inputs;
  }

  private static void attribute(ProtobufReader reader, long end, Set<String> used)
      throws IOException {
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      if (field == ATTRIBUTE_GRAPH) {
        innerGraph(reader, reader.enter(end), used);
      } else {
        reader.skip(end);
      }
    }
  }

  private static void innerGraph(ProtobufReader reader, long end, Set<String> used)
      throws IOException {
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case GRAPH_NODE -> {
          var inputs = node(reader, reader.enter(end), used);
          used.addAll(inputs.subList(1, inputs.size()));
        }
        case GRAPH_OUTPUT -> used.add(name(reader, reader.enter(end)));
        default -> reader.skip(end);
      }
    }
  }

  private static String name(ProtobufReader reader, long end) throws IOException {
    var name = "";
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      if (field == OUTPUT_NAME) {
        name = reader.string(end);
      } else {
        reader.skip(end);
      }
    }
    return name;
  }

  /// Returns whether the node that ends at `end` looks up rows of such a weight; goes back to its
  /// beginning.
  boolean isLookUp(ProtobufReader reader, long end) throws IOException {
    if (looked.isEmpty()) {
      return false;
    }
    long start = reader.position();
    var inputs = node(reader, end, new HashSet<>());
    reader.seek(start);
    return inputs.getFirst().equals("Gather")
        && inputs.size() > 1
        && looked.contains(inputs.get(1));
  }

  /// Returns whether a weight must be converted whole.
  boolean isNeededWhole(String weight) {
    return used.contains(weight) || !looked.contains(weight);
  }
}
