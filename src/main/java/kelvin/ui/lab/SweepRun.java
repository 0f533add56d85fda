package kelvin.ui.lab;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import kelvin.engine.SlicedWork;
import kelvin.engine.label.LabelQuestion;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.LabelSweep;
import kelvin.engine.label.QuestionSource;
import kelvin.engine.label.SweepListener;
import kelvin.engine.label.SweepProgress;
import kelvin.experiment.SweepPlan;
import kelvin.experiment.SweepSetup;
import kelvin.inference.Cancellation;
import kelvin.prompt.sweep.SweepResult;
import kelvin.ui.fx.LatestOnFxThread;

/// Runs a sweep: composes its prompts and collects their scores on the inference thread. The
/// latest progress goes to the FX thread.
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
    var door = new LatestOnFxThread<>(fxThread, listener);
    var collector = new Collector(setup, model, begun, door);
    sweep = new LabelSweep(collector, collector);
  }

  void begin(Consumer<SlicedWork> engine) {
    engine.accept(sweep);
  }

  void cancel() {
    sweep.cancel();
  }

  /// Composes the prompts and collects their scores, all on the inference thread.
  private static final class Collector implements QuestionSource, SweepListener {

    private final SweepSetup setup;
    private final String model;
    private final Instant begun;
    private final Consumer<Event> events;
    private final SortedMap<Integer, LabelScores> scores = new TreeMap<>();
    private Optional<SweepPlan> plan = Optional.empty();

    Collector(SweepSetup setup, String model, Instant begun, Consumer<Event> events) {
      this.setup = setup;
      this.model = model;
      this.begun = begun;
      this.events = events;
    }

    @Override
    public List<LabelQuestion> questions(Cancellation cancellation) {
      var made = setup.plan(cancellation);
      plan = Optional.of(made);
      return made.questions(cancellation);
    }

    @Override
    public void scored(int index, LabelScores scored, SweepProgress progress) {
      scores.put(index, scored);
      events.accept(
          progress.isDone() ? new Event.Done(result(progress)) : new Event.Progressed(progress));
    }

    private SweepResult result(SweepProgress cost) {
      return plan.orElseThrow()
          .result(model, List.copyOf(scores.values()), cost, Optional.of(begun));
    }

    @Override
    public void failed(String reason) {
      events.accept(new Event.Failed(reason));
    }
  }
}
