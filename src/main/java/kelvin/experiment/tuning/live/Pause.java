package kelvin.experiment.tuning.live;

import kelvin.inference.Cancellation;

/// A switch that lets a thread wait between two steps.
final class Pause {

  private boolean on;

  /// True if a cancel ended the wait.
  private boolean woken;

  synchronized void set(boolean wanted) {
    on = wanted;
    notifyAll();
  }

  /// Waits while it is on and nothing is cancelled.
  ///
  /// @throws kelvin.inference.CancelledException if cancelled
  void await(Cancellation cancellation) {
    try (var _ = cancellation.onCancel(this::wake)) {
      sleep();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      cancellation.cancel();
    }
    cancellation.throwIfCancelled();
  }

  /// Asks no cancellation, which calls `wake` with its own lock held.
  private synchronized void sleep() throws InterruptedException {
    while (on && !woken) {
      wait();
    }
  }

  private synchronized void wake() {
    woken = true;
    notifyAll();
  }
}
