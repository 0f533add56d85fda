package kelvin.experiment.tuning;

import kelvin.experiment.tuning.TuningProgress.Phase;

/// Tells how far one phase is, with its time.
final class Telling {

  private final TuningProgress.Listener listener;
  private final Phase phase;
  private final int total;
  private final long begin = System.nanoTime();
  private int done;

  Telling(TuningProgress.Listener listener, Phase phase, int total) {
    this.listener = listener;
    this.phase = phase;
    this.total = total;
  }

  /// One part more is done.
  void one() {
    upTo(done + 1);
  }

  void upTo(int parts) {
    done = parts;
    listener.told(new TuningProgress(phase, done, total, (System.nanoTime() - begin) / 1e9));
  }
}
