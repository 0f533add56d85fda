package kelvin.onnx.training;

import java.util.List;
import kelvin.inference.training.TrainingGoal;
import kelvin.onnx.surgery.Graph;
import kelvin.onnx.surgery.HeadInput;
import kelvin.onnx.surgery.InnerOutputs;
import kelvin.onnx.surgery.UnknownPartException;

/// The value of a graph whose rows are scored: its logits, which are scores of tokens, or its last
/// hidden state φ, from which an added head makes scores of labels.
///
/// @param value its name
/// @param width the length of a row
/// @param labels the number of labels of the added head; 0 for logits
public record ScoredRows(String value, long width, int labels) {

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
      case TrainingGoal.Tokens() -> new ScoredRows(logits, vocabulary, 0);
      case TrainingGoal.Labels(int count) -> {
        var features = HeadInput.of(graph, logits);
        yield new ScoredRows(features.value(), features.width(), count);
      }
    };
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
