package kelvin.ui.evaluation.run;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import kelvin.engine.SlicedWork;
import kelvin.experiment.evaluation.EvaluationListener;
import kelvin.experiment.evaluation.EvaluationProgress;
import kelvin.experiment.evaluation.EvaluationWork;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;
import kelvin.ui.fx.EveryOnFxThread;
import kelvin.ui.fx.LatestOnFxThread;

/// Runs an evaluation between the answers of the playground. Whatever ends it, what was measured
/// until then is told.
public final class EvaluationRun implements SlicedWork {

  private final EvaluationWork work;
  private final String data;
  private final Consumer<Event> progress;
  private final Consumer<Event> end;
  private String model = "";

  /// An event of a run.
  public sealed interface Event {

    /// Prompts were looked at.
    record Looked(int done, int total) implements Event {}

    /// Items were measured.
    record Progressed(EvaluationProgress progress) implements Event {}

    /// The run ended.
    ///
    /// @param measured one for each comparison; may have no items
    /// @param reason a sentence if it failed; empty if it was complete or cancelled
    record Ended(List<EvaluatedRun.Measured> measured, String reason) implements Event {
      public Ended {
        measured = List.copyOf(measured);
      }

      /// True if all items were measured.
      public boolean isComplete() {
        return reason.isEmpty() && !measured.getFirst().evaluation().facts().extent().partial();
      }
    }
  }

  /// @param maker makes the work that tells the listener
  /// @param data the name of the data
  /// @param listener gets the events on the FX thread
  public EvaluationRun(
      Function<EvaluationListener, EvaluationWork> maker,
      String data,
      Executor fxThread,
      Consumer<Event> listener) {
    work = maker.apply(new Teller());
    this.data = data;
    progress = new LatestOnFxThread<>(fxThread, listener);
    end = new EveryOnFxThread<>(fxThread, listener);
  }

  @Override
  public boolean runSlice(LoadedModel loaded, Cancellation pause) {
    model = loaded.descriptor().name();
    try {
      if (!work.isCancelled() && work.runSlice(loaded, pause)) {
        return true;
      }
    } catch (CancelledException e) {
      if (!work.isCancelled()) {
        throw e;
      }
    }
    tell("");
    return false;
  }

  private void tell(String reason) {
    var trials = work.trials();
    var measured =
        work.evaluations(model, data).stream()
            .map(each -> new EvaluatedRun.Measured(each, each.measures(), trials))
            .toList();
    end.accept(new Event.Ended(measured, reason));
  }

  /// Ends the run at once; what was measured is told.
  public void cancel() {
    work.cancel();
  }

  /// Never, because the end of a cancelled run is still to be told.
  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public void fail(String reason) {
    tell(reason);
  }

  private final class Teller implements EvaluationListener {

    @Override
    public void looked(int done, int total) {
      progress.accept(new Event.Looked(done, total));
    }

    @Override
    public void measured(EvaluationProgress soFar) {
      progress.accept(new Event.Progressed(soFar));
    }

    /// Never called: the run hears of failures itself.
    @Override
    public void failed(String reason) {
      throw new IllegalStateException(reason);
    }
  }
}
