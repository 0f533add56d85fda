package kelvin.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.inference.ModelLoadException;

/// Limits the size of a graph before the runtime reads it. The limits are far above any real
/// graph.
final class GraphLimits {

  /// The maximum size of protocol buffers; a larger file can only be damaged.
  static final long MAX_BYTES = Integer.MAX_VALUE;

  /// The largest real exports have some ten thousand nodes.
  static final int MAX_NODES = 1_000_000;

  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;

  private GraphLimits() {}

  /// @throws IOException if the file is damaged; the message says where
  static void check(Path graph) throws IOException, ModelLoadException {
    if (Files.size(graph) > MAX_BYTES) {
      throw new ModelLoadException(
          graph,
          "this file is larger than 2 GB, which no .onnx file can be.",
          "Export the model with its weights in separate files.");
    }
    try (var reader = new ProtobufReader(graph)) {
      long end = reader.size();
      for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
        if (field == MODEL_GRAPH) {
          checkNodes(graph, reader, reader.enter(end));
        } else {
          reader.skip(end);
        }
      }
    }
  }

  private static void checkNodes(Path graph, ProtobufReader reader, long end)
      throws IOException, ModelLoadException {
    int count = 0;
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      reader.skip(end);
      if (field == GRAPH_NODE && ++count > MAX_NODES) {
        throw new ModelLoadException(
            graph,
            "the graph has more than a million operators.",
            "Export the model again: the graphs of language models have a few thousand.");
      }
    }
  }
}
