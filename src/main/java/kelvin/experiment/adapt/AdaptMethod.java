package kelvin.experiment.adapt;

import java.util.List;
import kelvin.text.Choice;

/// A way to adapt a model to labelled examples.
public enum AdaptMethod implements Choice {
  /// The task in words, without examples.
  ZERO_SHOT("zero-shot", 0),
  /// The examples in the prompt.
  FEW_SHOT("few-shot", 0),
  /// The same, and the labels' probabilities are divided by those after inputs without content (T.
  /// Z. Zhao et al., “Calibrate Before Use”, ICML 2021).
  CALIBRATED("calibrated", 0),
  /// w on φ: a head on the features, fitted to the examples.
  HEAD("head", 2),
  /// w and θ: weights trained on the examples.
  FINETUNE("finetune", 1),
  /// The mean of the labels' shares over several layouts and orders of the same examples.
  ENSEMBLE("ensemble", 0),
  /// Weights trained on the examples, each behind some of the others, which the prompt shows too.
  TUNED_FEW_SHOT("tuned-few-shot", 2),
  /// The mean of the labels' shares over the other methods that were measured with the same
  /// examples, zero-shot included (a soft vote).
  VOTE("vote", 0);

  /// In the order of the table.
  public static final List<AdaptMethod> ALL = List.of(values());

  private final String label;
  private final int least;

  AdaptMethod(String label, int least) {
    this.label = label;
    this.least = least;
  }

  @Override
  public String label() {
    return label;
  }

  /// The fewest examples that it can learn from.
  public int least() {
    return least;
  }

  /// True if it takes this number of examples.
  public boolean takes(int examples) {
    return this == ZERO_SHOT ? examples == 0 : examples >= least;
  }

  /// True if it shows examples in a prompt or calibrates, and changes no number of the model.
  public boolean isByPrompt() {
    return switch (this) {
      case ZERO_SHOT, FEW_SHOT, CALIBRATED, ENSEMBLE -> true;
      case HEAD, FINETUNE, TUNED_FEW_SHOT, VOTE -> false;
    };
  }

  /// True if it trains weights of the model.
  public boolean isTrained() {
    return this == FINETUNE || this == TUNED_FEW_SHOT;
  }
}
