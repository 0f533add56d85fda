package kelvin.experiment.tuning;

import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;

/// The labels' shares after a prompt, by a model's head.
///
/// @param scores by label, before the softmax
/// @param shares by label, from 0 to 1, sum 1
public record HeadShares(Head head, List<Double> scores, List<Double> shares) {

  public HeadShares {
    scores = List.copyOf(scores);
    shares = List.copyOf(shares);
  }

  /// Runs a second copy of the model, which is opened for this.
  ///
  /// @throws InferenceException if the model does not show its features, or has others than
  ///     the head
  public static HeadShares of(
      LoadedModel loaded, Head head, String prompt, StartToken start, Cancellation cancellation) {
    try (var features = new PromptFeatures(loaded, start)) {
      return of(head, features.after(prompt, cancellation));
    }
  }

  /// @throws InferenceException if these are features of another model
  static HeadShares of(Head head, float[] features) {
    if (features.length != head.width()) {
      throw new InferenceException(
          "The head takes "
              + head.width()
              + " features, and the model gives "
              + features.length
              + ": it belongs to another model.");
    }
    return new HeadShares(head, head.scores(features), head.shares(features));
  }

  /// The index of the label with the greatest share, the first one of equals.
  public int choice() {
    int best = 0;
    for (int label = 1; label < shares.size(); label++) {
      if (shares.get(label) > shares.get(best)) {
        best = label;
      }
    }
    return best;
  }
}
