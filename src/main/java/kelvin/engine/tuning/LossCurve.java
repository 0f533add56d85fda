package kelvin.engine.tuning;

import java.util.ArrayList;
import java.util.List;

/// The losses of each epoch, and which epoch was the best.
final class LossCurve {

  final List<Double> train = new ArrayList<>();
  final List<Double> heldOut = new ArrayList<>();
  private int best;

  /// Adds an epoch.
  ///
  /// @param other the held-out loss; NaN if there is no held-out part, so that the last epoch is
  ///     always the best one
  /// @return whether it is the best one so far
  boolean add(double loss, double other) {
    boolean better = heldOut.isEmpty() || other < heldOut.get(best);
    train.add(loss);
    if (!Double.isNaN(other)) {
      heldOut.add(other);
    }
    if (better) {
      best = train.size() - 1;
    }
    return better;
  }

  int best() {
    return best;
  }

  /// The number of epochs since the best one.
  int since() {
    return train.size() - 1 - best;
  }

  void resume(List<Double> losses, List<Double> others, int epoch) {
    train.addAll(losses);
    heldOut.addAll(others);
    best = epoch;
  }
}
