package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import kelvin.onnx.surgery.Graph;
import kelvin.onnx.surgery.KeptRows;
import kelvin.text.Reason;

/// A copy of a graph without its large weights, which stay in the files.
///
/// @param folder the folder of the files with its weights
@SuppressWarnings("ArrayRecordComponent") // lives until the session is made and is never compared
record GraphBytes(byte[] model, Path folder) {

  /// @param inFloat32 whether float32 replaces half precision
  /// @throws OrtException if the graph cannot be rewritten
  static GraphBytes of(Path graph, boolean inFloat32) throws OrtException {
    try {
      var weights = new WeightLocations(graph);
      return new GraphBytes(
          inFloat32 ? GraphCopy.inFloat32(graph, weights) : GraphCopy.asItIs(graph, weights),
          weights.folder());
    } catch (IOException e) {
      throw new OrtException("the graph cannot be rewritten: " + Reason.of(e));
    }
  }

  /// The folder of the files with the weights of a copy.
  ///
  /// @throws OrtException if the graph does not exist
  static Path folderOf(Path graph) throws OrtException {
    try {
      return new WeightLocations(graph).folder();
    } catch (IOException e) {
      throw new OrtException("the graph cannot be read: " + Reason.of(e));
    }
  }

  /// The bytes of the same graph with an input that limits the rows of logits; empty if it has one,
  /// or cannot get one. See `KeptRows`.
  ///
  /// @throws OrtException if the graph cannot be read
  Optional<byte[]> limitingRows() throws OrtException {
    try {
      var graph = Graph.read(model);
      return graph.inputs().stream().anyMatch(InputRules::limitsRows)
          ? Optional.empty()
          : KeptRows.add(model, graph);
    } catch (IOException e) {
      throw new OrtException("the graph cannot be rewritten: " + Reason.of(e));
    }
  }
}
