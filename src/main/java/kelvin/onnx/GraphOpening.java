package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import kelvin.inference.ModelFolder;
import kelvin.text.Reason;

/// Opens the graphs of a model, either unchanged or with float32 in place of half precision.
final class GraphOpening {

  private final ModelFolder folder;
  private final int threads;

  /// @param threads the number of threads that the runtime uses in one run
  GraphOpening(ModelFolder folder, int threads) {
    this.folder = folder;
    this.threads = threads;
  }

  /// Opens the graphs; the caller closes them.
  ///
  /// @throws OrtException also if a graph cannot be rewritten
  ModelGraphs open(boolean inFloat32) throws OrtException, UnsupportedGraphException {
    var graph = folder.graph();
    return ModelGraphs.open(
        graph,
        SiblingGraphs.of(graph),
        inFloat32 ? path -> openInFloat32(path, threads) : this::openAsItIs,
        folder.config());
  }

  private GraphSession openAsItIs(Path graph) throws OrtException {
    try {
      return GraphFacts.read(graph).isBestUnpacked()
          ? GraphSession.openUnpacked(graph, threads)
          : GraphSession.open(graph, threads);
    } catch (IOException e) {
      throw new OrtException("the graph cannot be read: " + Reason.of(e));
    }
  }

  static GraphSession openInFloat32(Path graph, int threads) throws OrtException {
    var copy = GraphBytes.of(graph, true);
    return GraphSession.open(copy.model(), copy.folder(), threads);
  }
}
