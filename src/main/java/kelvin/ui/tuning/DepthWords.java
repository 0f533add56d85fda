package kelvin.ui.tuning;

import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.Loss;

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

  static String loss(Loss loss) {
    return switch (loss) {
      case HEAD -> "of labels, w with θ";
      case LM -> "of answers";
    };
  }

  /// The loss that is made small, in sentences.
  static String sentences(Depth depth, Loss loss) {
    if (depth == Depth.HEAD) {
      return "Loss: −ln of the right label’s share. The model stays as it is; w is solved to its"
          + " only optimum.";
    }
    return switch (loss) {
      case HEAD ->
          "Loss: −ln of the right label’s share. A head w on φ and a copy of θ are trained together,"
              + " from the best w for θ̂; the model that you use stays as it is.";
      case LM ->
          "Loss: −ln p of the right answer’s tokens. A copy is trained; the model that you"
              + " use stays as it is.";
    };
  }
}
