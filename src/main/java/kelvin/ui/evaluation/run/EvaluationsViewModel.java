package kelvin.ui.evaluation.run;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import kelvin.engine.SlicedWork;
import kelvin.experiment.evaluation.EvaluationPlan;
import kelvin.experiment.evaluation.EvaluationWork;
import kelvin.ui.evaluation.form.EvaluationEstimate;
import kelvin.ui.evaluation.form.EvaluationForm;
import kelvin.ui.evaluation.form.Planned;
import kelvin.ui.lab.PlaygroundPrompt;
import kelvin.ui.lab.common.ResultList;
import org.jspecify.annotations.Nullable;

/// Runs evaluations and keeps their results: the form, the running one and the finished ones.
public final class EvaluationsViewModel {

  private final PlaygroundPrompt playground;
  private final Consumer<SlicedWork> engine;
  private final Executor fxThread;
  private final InstantSource clock;
  private final EvaluationForm form;
  private final EvaluationEstimate estimate;
  private final RunProgress progress = new RunProgress();
  private final ResultList<EvaluatedRun> list = new ResultList<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper restored = new ReadOnlyStringWrapper(this, "restored", "");
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
  private @Nullable EvaluationRun run;
  private boolean startsWhenPlanned;

  /// @param engine runs work in the background
  /// @param background reads files
  /// @param clock gives the start time of a run
  public EvaluationsViewModel(
      PlaygroundPrompt playground,
      Consumer<SlicedWork> engine,
      Executor background,
      Executor fxThread,
      InstantSource clock) {
    this.playground = playground;
    this.engine = engine;
    this.fxThread = fxThread;
    this.clock = clock;
    form = new EvaluationForm(playground, background, fxThread);
    form.setOnPlanned(
        () -> {
          if (startsWhenPlanned) {
            start();
          }
        });
    estimate = new EvaluationEstimate(form, engine, fxThread, shown);
    list.selectedProperty().subscribe(_ -> restored.set(""));
    shown.subscribe(
        now -> {
          if (now) {
            // The playground's prompt may have changed in the meantime.
            form.show();
          }
        });
  }

  /// Hears that another model is open.
  public void modelChanged() {
    estimate.ask();
  }

  /// Runs the evaluation in the form, if it is ready. After a change that is not looked at yet, it
  /// starts as soon as it is.
  public void start() {
    if (progress.runningProperty().get()) {
      return;
    }
    startsWhenPlanned = form.isPlanning();
    if (startsWhenPlanned) {
      // The playground may have changed since the plan was made.
      form.plan();
    } else if (form.plannedProperty().get() instanceof Planned.Ready ready) {
      problem.set("");
      estimate.stop();
      start(ready.plan());
    }
  }

  private void start(EvaluationPlan plan) {
    var begun = clock.instant();
    var title = form.dataProperty().get().title();
    progress.begin();
    var started =
        new EvaluationRun(
            listener -> new EvaluationWork(plan.setup(), plan.data().test(), listener),
            plan.data().name(),
            fxThread,
            event -> {
              if (progress.follow(event)
                  && event instanceof EvaluationRun.Event.Ended(var measured, var reason)) {
                run = null;
                take(new EvaluatedRun(title, begun, plan, measured.getFirst()), reason);
              }
            });
    run = started;
    engine.accept(started);
  }

  private void take(EvaluatedRun ended, String reason) {
    estimate.ask();
    problem.set(reason);
    var evaluation = ended.evaluation();
    boolean isComplete = !evaluation.facts().extent().partial();
    if (!evaluation.items().isEmpty()) {
      list.add(ended);
    } else if (reason.isEmpty()) {
      problem.set(
          isComplete
              ? "Nothing was measured: no text fits the model’s context with its prompt."
              : "Cancelled before the first item: there is nothing to keep.");
    }
  }

  /// Ends the running evaluation; what was measured stays.
  public void cancel() {
    var under = run;
    if (under != null) {
      under.cancel();
    }
  }

  // Results

  /// Composes the prompt of an item in the playground.
  ///
  /// @param item its place among the items of the run
  public void restorePrompt(EvaluatedRun from, int item) {
    playground.restore(from.measured().trials().get(item), "prompt of an item");
    restored.set(
        "The prompt of “"
            + from.evaluation().items().get(item).place()
            + "” was loaded into the playground; Undo reverts it.");
    form.plan();
  }

  // Properties

  public EvaluationForm form() {
    return form;
  }

  /// The estimated cost of the evaluation in the form.
  public EvaluationEstimate estimate() {
    return estimate;
  }

  /// The progress of the running evaluation.
  public RunProgress progress() {
    return progress;
  }

  /// The finished runs, the newest first.
  public ResultList<EvaluatedRun> list() {
    return list;
  }

  public ObservableList<EvaluatedRun> runs() {
    return list.results();
  }

  /// The selected run; null for none.
  public ObjectProperty<@Nullable EvaluatedRun> selectedProperty() {
    return list.selectedProperty();
  }

  /// The reason why a run ended early or left nothing; empty if there is none.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// A sentence about the prompt that was last composed in the playground; empty for none.
  public ReadOnlyStringProperty restoredProperty() {
    return restored.getReadOnlyProperty();
  }

  /// True if evaluations are shown; estimates are made only then.
  public BooleanProperty shownProperty() {
    return shown;
  }
}
