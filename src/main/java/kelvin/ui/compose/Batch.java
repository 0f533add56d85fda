package kelvin.ui.compose;

/// Sets several values at once, so that what follows from them is made once, at the end.
final class Batch {

  private final Runnable atEnd;
  private boolean running;

  /// @param atEnd makes what follows from the values, also if setting them failed
  Batch(Runnable atEnd) {
    this.atEnd = atEnd;
  }

  /// Sets values. A batch inside of another one is a part of it.
  void run(Runnable changes) {
    boolean outermost = !running;
    running = true;
    try {
      changes.run();
    } finally {
      if (outermost) {
        running = false;
        atEnd.run();
      }
    }
  }

  /// True if values are being set, and what follows from them is to wait.
  boolean isRunning() {
    return running;
  }
}
