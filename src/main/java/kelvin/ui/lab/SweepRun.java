package kelvin.ui.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import kelvin.engine.SlicedWork;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.LabelSweep;
import kelvin.engine.label.SweepListener;
import kelvin.engine.label.SweepProgress;
import kelvin.experiment.SweepSetup;
import kelvin.prompt.sweep.SweepResult;
import kelvin.ui.fx.LatestOnFxThread;

/// Runs a sweep: collects its scores on the inference thread and reports the latest progress to the
/// FX thread.
final class SweepRun {

  private final LabelSweep sweep;

  /// An event of a run.
  sealed interface Event {

    /// The run made progress.
    record Progressed(SweepProgress progress) implements Event {}

    /// The run is complete.
    record Done(SweepResult result) implements Event {}

    /// The run failed.
    ///
    /// @param reason a sentence for the user
    record Failed(String reason) implements Event {}
  }

  /// @param listener gets the events on the FX thread
  SweepRun(
      SweepSetup setup, String model, Instant begun, Executor fxThread, Consumer<Event> listener) {
    var plan = setup.plan();
    var questions = plan.questions();
    var door = new LatestOnFxThread<>(fxThread, listener);
    var scores = new ArrayList<LabelScores>(Collections.nCopies(questions.size(), null));
    sweep =
        new LabelSweep(
            questions,
            new SweepListener() {
              @Override
              public void scored(int index, LabelScores scored, SweepProgress progress) {
                scores.set(index, scored);
                door.accept(
                    progress.isDone()
                        ? new Event.Done(
                            plan.result(model, List.copyOf(scores), progress, Optional.of(begun)))
                        : new Event.Progressed(progress));
              }

              @Override
              public void failed(String reason) {
                door.accept(new Event.Failed(reason));
              }
            });
  }

  void begin(Consumer<SlicedWork> engine) {
    engine.accept(sweep);
  }

  void cancel() {
    sweep.cancel();
  }
}
