package kelvin.engine.tuning;

/// The loss of an epoch, while the weights change.
final class EpochLoss {

  private double sum;
  private int tokens;
  private boolean full;

  void add(double loss, int count, boolean isLast) {
    sum += loss;
    tokens += count;
    full = isLast;
  }

  /// Returns whether all batches are learned and the epoch waits to be judged.
  boolean isFull() {
    return full;
  }

  double take() {
    double mean = sum / tokens;
    sum = 0;
    tokens = 0;
    full = false;
    return mean;
  }
}
