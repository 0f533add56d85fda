package kelvin.onnx.surgery;

import java.io.IOException;
import java.util.Set;
import kelvin.onnx.wire.ProtobufReader;
import kelvin.onnx.wire.ProtobufWriter;

/// Copies a model without some of its weights, for which inputs stand in.
public final class WithoutWeights {

  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_INPUT = 11;
  private static final int WEIGHTS_NAME = 8;
  private static final int INPUT_NAME = 1;

  private WithoutWeights() {}

  /// @param model the graph with its large weights in files
  /// @param names of the weights; also an input of such a name is left out
  /// @throws IOException if the bytes are damaged
  public static byte[] of(byte[] model, Set<String> names) throws IOException {
    var out = new ProtobufWriter();
    try (var reader = new ProtobufReader(model)) {
      long end = reader.size();
      for (long start = 0; start < end; start = reader.position()) {
        int field = reader.nextField(end);
        if (field == MODEL_GRAPH) {
          out.message(field, graph(reader, reader.enter(end), names));
        } else {
          reader.skip(end);
          out.fields(reader.copy(start, reader.position()));
        }
      }
    }
    return out.toByteArray();
  }

  private static ProtobufWriter graph(ProtobufReader reader, long end, Set<String> names)
      throws IOException {
    var out = new ProtobufWriter();
    for (long start = reader.position(); start < end; start = reader.position()) {
      int field = reader.nextField(end);
      boolean leavesOut = false;
      if (field == GRAPH_INITIALIZER || field == GRAPH_INPUT) {
        int nameField = field == GRAPH_INITIALIZER ? WEIGHTS_NAME : INPUT_NAME;
        leavesOut = names.contains(name(reader, reader.enter(end), nameField));
      } else {
        reader.skip(end);
      }
      long stop = reader.position();
      if (!leavesOut) {
        out.fields(reader.copy(start, stop));
      }
    }
    return out;
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
