package kelvin.opening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import kelvin.onnx.WeightsOfGraph;

/// Reads which files have the weights of a graph.
public final class GraphWeights {

  private GraphWeights() {}

  /// The names, relative to the graph's folder, as the graph writes them.
  ///
  /// @throws IOException if the file is no graph; the message says where
  public static Set<String> of(Path graph) throws IOException {
    return WeightsOfGraph.names(graph);
  }
}
