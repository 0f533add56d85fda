package kelvin.ui.evaluation.correction;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.engine.SlicedWork;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.EvaluationWork;
import kelvin.experiment.evaluation.FittedEvaluation;
import kelvin.ui.evaluation.run.EvaluatedRun;
import kelvin.ui.evaluation.run.EvaluationRun;
import kelvin.ui.evaluation.run.RunProblems;
import kelvin.ui.evaluation.run.RunProgress;
import org.jspecify.annotations.Nullable;

/// Fits corrections for the evaluation on show: measures its train part, then fits.
public final class CorrectionsViewModel {

  private static final String NO_FIT =
      "Nothing was fitted: the model finds every label impossible in each train item, or the"
          + " search found no optimum.";

  private final Consumer<SlicedWork> engine;
  private final Executor background;
  private final Executor fxThread;
  private final RunProgress progress = new RunProgress();

  /// By the run, of which each is different.
  private final IdentityHashMap<EvaluatedRun, FittedRun> all = new IdentityHashMap<>();

  private final ReadOnlyObjectWrapper<Optional<FittedRun>> fitted =
      new ReadOnlyObjectWrapper<>(this, "fitted", Optional.empty());
  private final RunProblems problems = new RunProblems();
  private final TrainPairs train;
  private final StringProperty wantedError = new SimpleStringProperty(this, "wantedError", "5");
  private @Nullable EvaluatedRun shown;
  private @Nullable EvaluationRun run;

  /// @param engine runs work on the model
  /// @param background fits
  public CorrectionsViewModel(Consumer<SlicedWork> engine, Executor background, Executor fxThread) {
    this.engine = engine;
    this.background = background;
    this.fxThread = fxThread;
    train = new TrainPairs(background, fxThread);
  }

  /// Shows what was fitted for an evaluation. A fit that runs for another one goes on.
  public void show(@Nullable EvaluatedRun wanted) {
    shown = wanted;
    problems.show(wanted);
    train.show(wanted);
    fitted.set(Optional.ofNullable(wanted).map(all::get));
  }

  /// Measures the train part of the evaluation on show, and fits.
  public void fit() {
    var of = shown;
    if (of == null || progress.runningProperty().get()) {
      return;
    }
    var pairs = train.foundProperty().get().orElse(List.of());
    if (pairs.isEmpty()) {
      return;
    }
    problems.say(of, "");
    progress.begin(of.title(), "train part");
    var started =
        new EvaluationRun(
            listener -> new EvaluationWork(of.plan().setup(), pairs, listener),
            of.plan().data().name(),
            fxThread,
            event -> {
              if (progress.follow(event) && event instanceof EvaluationRun.Event.Ended ended) {
                run = null;
                take(of, ended);
              }
            });
    run = started;
    engine.accept(started);
  }

  private void take(EvaluatedRun of, EvaluationRun.Event.Ended ended) {
    if (!ended.isComplete()) {
      problems.say(
          of, ended.reason().isEmpty() ? "Cancelled: nothing was fitted." : ended.reason());
    } else {
      var measured = ended.measured().getFirst().evaluation();
      if (!of.isOfModel(measured)) {
        problems.say(of, of.otherModel("fit again"));
        return;
      }
      if (measured.items().isEmpty()) {
        problems.say(of, "Nothing was fitted: no text of the train part fits the model’s context.");
        return;
      }
      background.execute(
          () -> {
            var made = FittedRun.of(new FittedEvaluation(measured, of.evaluation()));
            fxThread.execute(
                () -> made.ifPresentOrElse(fit -> keep(of, fit), () -> problems.say(of, NO_FIT)));
          });
    }
  }

  @SuppressWarnings("ReferenceEquality") // Two runs of the same data are two runs.
  private void keep(EvaluatedRun of, FittedRun made) {
    all.put(of, made);
    if (shown == of) {
      fitted.set(Optional.of(made));
    }
  }

  /// Stops measuring the train part.
  public void cancel() {
    var under = run;
    if (under != null) {
      under.cancel();
    }
  }

  /// The pairs that would be measured; empty until they are found.
  ReadOnlyObjectProperty<Optional<List<Pair>>> trainProperty() {
    return train.foundProperty();
  }

  /// The progress of measuring the train part.
  public RunProgress progress() {
    return progress;
  }

  ReadOnlyObjectProperty<Optional<FittedRun>> fittedProperty() {
    return fitted.getReadOnlyProperty();
  }

  /// Returns whether something was fitted for the evaluation on show.
  public boolean isFitted() {
    return fitted.get().isPresent();
  }

  /// The reason why nothing was fitted; empty if there is none.
  public ReadOnlyStringProperty problemProperty() {
    return problems.saidProperty();
  }

  /// The wanted share of errors in percent, as typed.
  public StringProperty wantedErrorProperty() {
    return wantedError;
  }
}
