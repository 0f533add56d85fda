package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import kelvin.inference.ModelFolder;
import kelvin.onnx.proof.KeptCopies;
import kelvin.text.Reason;

/// Opens the graphs of a model, either unchanged or with float32 in place of half precision.
///
/// A graph that alone gives the logits of its model is opened as a copy that can limit its rows, if
/// that is possible; see `KeptRows`.
final class GraphOpening {

  private final ModelFolder folder;
  private final GraphFacts facts;
  private final int threads;
  private final KeptCopies copies;

  /// @param facts of the model's graph
  /// @param threads the number of threads that the runtime uses in one run
  /// @param copies those of earlier loads
  GraphOpening(ModelFolder folder, GraphFacts facts, int threads, KeptCopies copies) {
    this.folder = folder;
    this.facts = facts;
    this.threads = threads;
    this.copies = copies;
  }

  /// Opens the graphs; the caller closes them.
  ///
  /// @throws OrtException also if a graph cannot be rewritten
  ModelGraphs open(boolean inFloat32) throws OrtException, UnsupportedGraphException {
    var graph = folder.graph();
    return ModelGraphs.open(
        graph, SiblingGraphs.of(graph), path -> open(path, inFloat32), folder.config());
  }

  private GraphSession open(Path graph, boolean inFloat32) throws OrtException {
    boolean alone =
        graph.equals(folder.graph()) && SiblingGraphs.of(graph).continuation().isEmpty();
    var limiting = alone ? openLimiting(inFloat32) : Optional.<GraphSession>empty();
    if (limiting.isPresent()) {
      return limiting.get();
    }
    if (inFloat32) {
      return openInFloat32(graph, threads);
    }
    return isBestUnpacked(graph)
        ? GraphSession.openUnpacked(graph, threads)
        : GraphSession.open(graph, threads);
  }

  /// Opens the model's graph as a copy that can limit its rows. Empty if there is none or it does
  /// not open: then the file opens as it is, or fails with the message that belongs to it.
  private Optional<GraphSession> openLimiting(boolean inFloat32) {
    if (copies.isKnown(inFloat32)) {
      return copies.find(inFloat32).flatMap(copy -> opened(copy, inFloat32));
    }
    var made = limiting(inFloat32);
    var session = made.flatMap(copy -> opened(copy, inFloat32));
    copies.keep(inFloat32, session.flatMap(_ -> made));
    return session;
  }

  private Optional<byte[]> limiting(boolean inFloat32) {
    try {
      return GraphBytes.of(folder.graph(), inFloat32).limitingRows();
    } catch (OrtException _) {
      return Optional.empty();
    }
  }

  private Optional<GraphSession> opened(byte[] copy, boolean inFloat32) {
    try {
      var weights = GraphBytes.folderOf(folder.graph());
      return Optional.of(
          !inFloat32 && facts.isBestUnpacked()
              ? GraphSession.openUnpacked(copy, weights, threads)
              : GraphSession.open(copy, weights, threads));
    } catch (OrtException _) {
      return Optional.empty();
    }
  }

  private boolean isBestUnpacked(Path graph) throws OrtException {
    try {
      return (graph.equals(folder.graph()) ? facts : GraphFacts.read(graph)).isBestUnpacked();
    } catch (IOException e) {
      throw new OrtException("the graph cannot be read: " + Reason.of(e));
    }
  }

  static GraphSession openInFloat32(Path graph, int threads) throws OrtException {
    var copy = GraphBytes.of(graph, true);
    return GraphSession.open(copy.model(), copy.folder(), threads);
  }
}
