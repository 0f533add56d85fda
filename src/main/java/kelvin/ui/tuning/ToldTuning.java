package kelvin.ui.tuning;

import kelvin.experiment.tuning.TuningProgress;
import kelvin.experiment.tuning.TuningProgress.Phase;
import kelvin.experiment.tuning.live.LiveState;
import kelvin.text.Durations;
import kelvin.ui.evaluation.run.RunProgress;

/// Says how far a training is.
record ToldTuning(RunProgress progress) {

  /// Something else than steps goes on.
  void work(TuningProgress now) {
    progress.tell(
        (double) now.done() / Math.max(1, now.total()),
        "%d of %d %s%s"
            .formatted(
                now.done(),
                now.total(),
                now.phase().words(),
                now.phase() == Phase.LOOKING ? ", a copy opens" : ""));
  }

  void steps(LiveState now) {
    var left = Double.isNaN(now.secondsLeft()) ? "" : "  ·  " + Durations.words(now.secondsLeft());
    progress.tell(
        (double) now.step() / Math.max(1, now.steps()),
        "step %d of %d".formatted(now.step(), now.steps())
            + (left.isEmpty() ? "" : left + " left"));
  }
}
