package kelvin.onnx.training;

import java.util.List;
import kelvin.inference.training.TrainingGoal;
import kelvin.onnx.surgery.Graph;
import kelvin.onnx.surgery.HeadInput;
import kelvin.onnx.surgery.InnerOutputs;
import kelvin.onnx.surgery.LogitsTail;
import kelvin.onnx.surgery.Node;
import kelvin.onnx.surgery.UnknownPartException;

/// The value of a graph whose rows are scored: its logits, which are scores of tokens, or its last
/// hidden state φ, from which an added head makes scores of labels.
///
/// @param value its name
/// @param width the length of a row
/// @param labels the number of labels of the added head; 0 for logits
/// @param tail the nodes from φ to the logits that the graph does without; empty if it keeps them
/// @param vocabulary the number of logits of a row
public record ScoredRows(String value, long width, int labels, List<Node> tail, long vocabulary) {

  /// The added input with W, by label and dimension of φ.
  static final String HEAD_WEIGHTS = InnerOutputs.PREFIX + "head/weights";

  /// The added input with b.
  static final String HEAD_BIASES = InnerOutputs.PREFIX + "head/biases";

  /// @param logits the output with the logits
  /// @param vocabulary the number of logits of a row
  /// @throws UnknownPartException if φ is wanted and not found
  public static ScoredRows of(TrainingGoal goal, Graph graph, String logits, long vocabulary)
      throws UnknownPartException {
    return switch (goal) {
      case TrainingGoal.Tokens() -> new ScoredRows(logits, vocabulary, 0, List.of(), vocabulary);
      case TrainingGoal.Labels(int count) -> {
        var features = HeadInput.of(graph, logits);
        yield new ScoredRows(features.value(), features.width(), count, List.of(), vocabulary);
      }
    };
  }

  /// The same rows in a graph that gives no logits: those that count are picked from φ, and the
  /// output matrix multiplies only these. Without change where its rows cannot be told apart.
  ///
  /// @param logits the output with the logits
  public ScoredRows pickedBefore(Graph graph, String logits) {
    return LogitsTail.find(graph, logits)
        .map(
            found ->
                hasHead()
                    ? new ScoredRows(value, width, labels, found.nodes(), vocabulary)
                    : new ScoredRows(found.features(), found.width(), 0, found.nodes(), vocabulary))
        .orElse(this);
  }

  public boolean hasHead() {
    return labels > 0;
  }

  /// The inputs of the added head, W and b; none for logits.
  public List<String> head() {
    return hasHead() ? List.of(HEAD_WEIGHTS, HEAD_BIASES) : List.of();
  }

  /// The shape of each of them.
  public List<List<Long>> headShapes() {
    return hasHead() ? List.of(List.of((long) labels, width), List.of((long) labels)) : List.of();
  }
}
