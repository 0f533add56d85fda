package kelvin.ui.tuning;

import kelvin.experiment.tuning.Depth;

/// The words of a form about the parts of a model that are trained.
final class DepthWords {

  private DepthWords() {}

  static String title(Depth depth) {
    return switch (depth) {
      case HEAD -> "head, w on φ";
      case NORMS -> "norms and biases";
      case LAST -> "last block";
      case LOWRANK -> "low rank";
      case ALL -> "all of θ";
    };
  }

  /// The loss that is made small.
  static String loss(Depth depth) {
    return depth == Depth.HEAD
        ? "Loss: −ln of the right label’s share. The model stays as it is; w is solved to its only"
            + " optimum."
        : "Loss: −ln p of the right answer’s tokens. A copy is trained; the model that you"
            + " use stays as it is.";
  }
}
