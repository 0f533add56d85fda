package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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
        inFloat32 ? this::openWidened : this::openAsItIs,
        folder.config());
  }

  private GraphSession openAsItIs(Path graph) throws OrtException {
    try {
      boolean unpacked = GraphFacts.read(graph).isBestUnpacked();
      var limited = openLimited(graph, unpacked);
      if (limited.isPresent()) {
        return limited.get();
      }
      return unpacked
          ? GraphSession.openUnpacked(graph, threads)
          : GraphSession.open(graph, threads);
    } catch (IOException e) {
      throw new OrtException("the graph cannot be read: " + Reason.of(e));
    }
  }

  /// Opens a copy that can limit its rows of logits. Empty if there is none or it does not open:
  /// then the file opens as it is, or fails with the message that belongs to it.
  private Optional<GraphSession> openLimited(Path graph, boolean unpacked) {
    try {
      var limited = limited(graph, false);
      return limited.isEmpty() ? Optional.empty() : Optional.of(open(limited.get(), unpacked));
    } catch (OrtException _) {
      return Optional.empty();
    }
  }

  private GraphSession openWidened(Path graph) throws OrtException {
    var limited = limited(graph, true);
    return limited.isPresent() ? open(limited.get(), false) : openInFloat32(graph, threads);
  }

  /// A copy that can limit its rows, of a graph that alone gives the logits of its model.
  private Optional<GraphBytes> limited(Path graph, boolean inFloat32) throws OrtException {
    boolean alone =
        graph.equals(folder.graph()) && SiblingGraphs.of(graph).continuation().isEmpty();
    return alone ? GraphBytes.of(graph, inFloat32).limitingRows() : Optional.empty();
  }

  private GraphSession open(GraphBytes copy, boolean unpacked) throws OrtException {
    return unpacked
        ? GraphSession.openUnpacked(copy.model(), copy.folder(), threads)
        : GraphSession.open(copy.model(), copy.folder(), threads);
  }

  static GraphSession openInFloat32(Path graph, int threads) throws OrtException {
    var copy = GraphBytes.of(graph, true);
    return GraphSession.open(copy.model(), copy.folder(), threads);
  }
}
