package kelvin.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/// Reads which files have the weights of a graph, before all of them are there.
public final class WeightsOfGraph {

  private WeightsOfGraph() {}

  /// The names, relative to the graph's folder, as the graph writes them.
  ///
  /// @throws IOException if the file is no graph; the message says where
  public static Set<String> names(Path graph) throws IOException {
    return Set.copyOf(GraphFacts.read(graph).externalFiles());
  }
}
