package kelvin.ui.evaluation.correction;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.engine.SlicedWork;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.EvaluationWork;
import kelvin.experiment.evaluation.FitPart;
import kelvin.experiment.evaluation.FittedEvaluation;
import kelvin.prompt.Shuffle;
import kelvin.ui.evaluation.run.EvaluatedRun;
import kelvin.ui.evaluation.run.EvaluationRun;
import kelvin.ui.evaluation.run.RunProgress;
import org.jspecify.annotations.Nullable;

/// Fits corrections for the evaluation on show: measures its train part, then fits.
public final class CorrectionsViewModel {

  /// More train items make it little better and only take time.
  private static final int MAX_ITEMS = 1000;

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
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final StringProperty wantedError = new SimpleStringProperty(this, "wantedError", "5");
  private @Nullable EvaluatedRun shown;
  private @Nullable EvaluationRun run;

  /// @param engine runs work on the model
  /// @param background fits
  public CorrectionsViewModel(Consumer<SlicedWork> engine, Executor background, Executor fxThread) {
    this.engine = engine;
    this.background = background;
    this.fxThread = fxThread;
  }

  /// Shows what was fitted for an evaluation. A fit that runs for another one goes on.
  public void show(@Nullable EvaluatedRun wanted) {
    shown = wanted;
    problem.set("");
    fitted.set(Optional.ofNullable(wanted).map(all::get));
  }

  /// The train items that would be measured.
  static List<Pair> train(EvaluatedRun of) {
    var unseen = fair(of);
    long seed = of.plan().setup().facts().seed();
    return unseen.size() <= MAX_ITEMS ? unseen : Shuffle.of(unseen, seed).subList(0, MAX_ITEMS);
  }

  private static List<Pair> fair(EvaluatedRun of) {
    try {
      return FitPart.of(of.plan().data(), of.plan().setup()).pairs();
    } catch (DataException _) {
      return List.of();
    }
  }

  /// Measures the train part of the evaluation on show, and fits.
  public void fit() {
    var of = shown;
    if (of == null || progress.runningProperty().get()) {
      return;
    }
    var train = train(of);
    if (train.isEmpty()) {
      return;
    }
    problem.set("");
    progress.begin(of.title(), "train part");
    var started =
        new EvaluationRun(
            listener -> new EvaluationWork(of.plan().setup(), train, listener),
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
      say(of, ended.reason().isEmpty() ? "Cancelled: nothing was fitted." : ended.reason());
    } else {
      var train = ended.measured().getFirst().evaluation();
      if (!of.isOfModel(train)) {
        say(of, of.otherModel("fit again"));
        return;
      }
      if (train.items().isEmpty()) {
        say(of, "Nothing was fitted: no text of the train part fits the model’s context.");
        return;
      }
      background.execute(
          () -> {
            var made = FittedRun.of(new FittedEvaluation(train, of.evaluation()));
            fxThread.execute(
                () -> made.ifPresentOrElse(fit -> keep(of, fit), () -> say(of, NO_FIT)));
          });
    }
  }

  /// Says a problem where the evaluation that it is about is still on show.
  @SuppressWarnings("ReferenceEquality") // Two runs of the same data are two runs.
  private void say(EvaluatedRun of, String sentence) {
    if (shown == of) {
      problem.set(sentence);
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
    return problem.getReadOnlyProperty();
  }

  /// The wanted share of errors in percent, as typed.
  public StringProperty wantedErrorProperty() {
    return wantedError;
  }
}
