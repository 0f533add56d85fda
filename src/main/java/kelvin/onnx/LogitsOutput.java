package kelvin.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kelvin.inference.ModelConfig;

/// The output that contains the logits.
///
/// @param rank 3 for `(1, rows, logitCount)`, 4 with an additional 1 in front
record LogitsOutput(String name, OnnxJavaType type, int rank) {

  /// Outputs with a row for each position that are not logits.
  private static final Pattern OTHER =
      Pattern.compile(".*(hidden|last_state|embed|pooler|attention|present|past).*");

  /// Finds the output by its name, or the one with the widest rows.
  ///
  /// @param states outputs that return states
  /// @throws UnsupportedGraphException if there is none
  static LogitsOutput find(
      Map<String, NodeInfo> outputs, Collection<String> states, ModelConfig config)
      throws UnsupportedGraphException {
    var rows = outputs.values().stream().filter(LogitsOutput::hasRows).toList();
    return named(rows, "logits")
        .or(() -> named(rows, "output"))
        .or(() -> widest(rows, states, config))
        .map(LogitsOutput::of)
        .orElseThrow(
            () ->
                new UnsupportedGraphException(
                    "the graph has no logits for every position: its outputs are "
                        + String.join(", ", outputs.keySet())
                        + ". It is a classifier, an embedding model, or lacks its language-model"
                        + " head."));
  }

  private static LogitsOutput of(NodeInfo node) {
    var info = (TensorInfo) node.getInfo();
    return new LogitsOutput(node.getName(), info.type, info.getShape().length);
  }

  private static boolean hasRows(NodeInfo output) {
    return InputRules.isReal(output)
        && output.getInfo() instanceof TensorInfo info
        && (info.getShape().length == 3 || info.getShape().length == 4);
  }

  private static Optional<NodeInfo> named(List<NodeInfo> outputs, String name) {
    return outputs.stream().filter(output -> output.getName().equals(name)).findFirst();
  }

  private static Optional<NodeInfo> widest(
      List<NodeInfo> outputs, Collection<String> states, ModelConfig config) {
    int minWidth = config.vocabularySize().orElse(0);
    return outputs.stream()
        .filter(output -> !states.contains(output.getName()))
        .filter(output -> !OTHER.matcher(output.getName()).matches())
        .filter(output -> width(output) < 0 || width(output) >= minWidth)
        .max(Comparator.comparingLong(LogitsOutput::width));
  }

  private static long width(NodeInfo output) {
    var shape = ((TensorInfo) output.getInfo()).getShape();
    return shape[shape.length - 1];
  }

  /// The shape for `rows` rows.
  long[] shapeOf(int rows, int logitCount) {
    return rank == 3 ? new long[] {1, rows, logitCount} : new long[] {1, 1, rows, logitCount};
  }
}
