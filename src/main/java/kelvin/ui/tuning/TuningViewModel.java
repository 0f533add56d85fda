package kelvin.ui.tuning;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import kelvin.engine.SlicedWork;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.tuning.live.LiveState;
import kelvin.experiment.tuning.live.LiveTuning;
import kelvin.experiment.tuning.live.LiveTuning.Prompt;
import kelvin.experiment.tuning.live.LiveWish;
import kelvin.experiment.tuning.live.Trainable;
import kelvin.text.Vocabulary;
import kelvin.ui.evaluation.run.RunProgress;
import kelvin.ui.lab.PlaygroundPrompt;
import kelvin.ui.lab.common.ResultList;
import kelvin.workspace.tuning.UnfinishedTrainings;
import org.jspecify.annotations.Nullable;

/// Fine-tunes the open model and keeps what came out: the form, the running training and the
/// finished ones. The weights of the newest one stay open until the next, or until the model
/// closes.
public final class TuningViewModel {

  private final Consumer<SlicedWork> engine;
  private final Executor fxThread;
  private final Supplier<Optional<Prompt>> prompt;
  private final TuningForm form;
  private final TuningEstimate estimate;
  private final UnfinishedOffer unfinished;
  private final RunProgress progress = new RunProgress();
  private final ToldTuning told = new ToldTuning(progress);
  private final ResultList<TunedRun> list = new ResultList<>();
  private final ReadOnlyObjectWrapper<Optional<LiveState>> state =
      new ReadOnlyObjectWrapper<>(this, "state", Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused", false);
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
  private final TunedWeights weights;
  private Executor training;
  private Optional<Vocabulary> vocabulary = Optional.empty();
  private @Nullable TuningStart start;
  private @Nullable LiveTuning live;

  /// @param engine runs work on the inference thread
  /// @param background reads files, and writes models
  /// @param prompt gives the playground's prompt, whose next token is watched
  public TuningViewModel(
      PlaygroundPrompt playground,
      Consumer<SlicedWork> engine,
      Executor background,
      Executor fxThread,
      Supplier<Optional<Prompt>> prompt) {
    this.engine = engine;
    this.fxThread = fxThread;
    this.prompt = prompt;
    training = background;
    form = new TuningForm(playground, background, fxThread);
    estimate = new TuningEstimate(form, engine, fxThread, shown);
    unfinished = new UnfinishedOffer(form, engine, background, fxThread, shown);
    unfinished.setOnGoOn(() -> start(true));
    weights = new TunedWeights(fxThread, () -> training);
    paused.subscribe(
        now -> {
          if (live != null) {
            live.pause(now);
          }
        });
    shown.subscribe(
        now -> {
          if (now) {
            form.data().show();
            watchAgain();
          }
        });
  }

  /// Sets the thread that trains, one task at a time; called once, before the first training.
  public void setThread(Executor training) {
    this.training = training;
  }

  /// Keeps the states of trainings from now on, and offers those that are there.
  public void keepIn(UnfinishedTrainings where) {
    unfinished.keepIn(where);
  }

  /// @param onOpen opens a model's folder
  public void setOnOpen(Consumer<Path> onOpen) {
    weights.setOnOpen(onOpen);
  }

  // The model and the prompt

  /// Hears that another model is open.
  public void modelOpened(Vocabulary now) {
    forget();
    vocabulary = Optional.of(now);
    estimate.ask();
    unfinished.ask();
  }

  /// Ends what runs and drops the trained weights, because the model closes or the window does.
  public void forget() {
    if (start != null) {
      start.drop();
    }
    if (live != null) {
      live.close();
      live = null;
    }
    weights.forget();
    unfinished.lostAll();
    state.set(Optional.empty());
    if (progress.runningProperty().get()) {
      end();
      problem.set(LiveTuning.MODEL_CLOSED);
    }
  }

  /// Looks at the playground's prompt, which has another next token now.
  public void watchAgain() {
    var now = live;
    if (now != null) {
      now.watch(prompt.get());
      if (shown.get() && !progress.runningProperty().get()) {
        training.execute(now::look);
      }
    }
  }

  // Running

  /// Runs the fine-tuning in the form, if it is ready.
  public void start() {
    start(false);
  }

  /// @param goesOn whether it goes on from its kept state
  private void start(boolean goesOn) {
    if (!progress.runningProperty().get()
        && form.plannedProperty().get() instanceof TuningPlanned.Ready ready) {
      problem.set("");
      paused.set(false);
      estimate.stop();
      progress.begin();
      state.set(Optional.empty());
      list.selectedProperty().set(null);
      begin(ready, goesOn);
    }
  }

  private void begin(TuningPlanned.Ready ready, boolean goesOn) {
    var title = form.data().dataProperty().get().title();
    var at = InstantSource.system().instant();
    var wish = ready.wish();
    var typed = form.typed();
    var begun =
        new TuningStart(
            wish,
            progress,
            (before, model) -> {
              var base = model.loaded().descriptor();
              var state = unfinished.begin(base, ready.plan(), goesOn, typed);
              train(title, at, new Judged(wish, before, state), model);
            },
            this::finish);
    start = begun;
    begun.begin(engine, fxThread);
  }

  /// A fine-tuning whose test part was judged before.
  private record Judged(LiveWish wish, Evaluation before, UnfinishedOffer.Begun state) {}

  private void train(String title, Instant at, Judged judged, Trainable model) {
    start = null;
    if (live != null) {
      live.close();
    }
    weights.forget();
    var base = model.loaded().descriptor();
    var started = new LiveTuning[1];
    var news =
        new TuningRun(
            fxThread,
            told::work,
            now -> show(started[0], now),
            end -> {
              if (started[0].equals(live)) {
                if (end instanceof TuningRun.End.Done(var outcome)) {
                  var run = new TunedRun(title, at, base, judged.wish, judged.before, outcome);
                  list.add(run);
                  weights.keep(run, started[0], () -> unfinished.saved(judged.state.key()));
                } else {
                  unfinished.lost(judged.state.key());
                }
                finish(end);
              }
            });
    started[0] = new LiveTuning(judged.wish, model, news, judged.state.state());
    live = started[0];
    live.watch(prompt.get());
    live.pause(paused.get());
    training.execute(started[0]::run);
  }

  private void show(LiveTuning from, LiveState now) {
    if (!from.equals(live)) {
      return;
    }
    state.set(Optional.of(now));
    if (progress.runningProperty().get()) {
      told.steps(now);
    }
  }

  private void finish(TuningRun.End how) {
    end();
    switch (how) {
      case TuningRun.End.Done _ -> {}
      case TuningRun.End.Cancelled _ -> {
        state.set(Optional.empty());
        problem.set("Cancelled before anything was learned: there is nothing to keep.");
      }
      case TuningRun.End.Failed(var reason) -> {
        state.set(Optional.empty());
        problem.set(reason);
      }
    }
  }

  private void end() {
    start = null;
    paused.set(false);
    progress.end();
    estimate.ask();
  }

  /// Ends the running training; the best weights so far are kept.
  public void cancel() {
    if (start != null) {
      start.cancel();
    } else if (live != null) {
      paused.set(false);
      live.cancel();
    }
  }

  // Properties

  public TuningForm form() {
    return form;
  }

  /// The training that may go on.
  public UnfinishedOffer unfinished() {
    return unfinished;
  }

  /// The estimated cost of the fine-tuning in the form.
  public TuningEstimate estimate() {
    return estimate;
  }

  public RunProgress progress() {
    return progress;
  }

  /// True while the training waits between two steps.
  public BooleanProperty pausedProperty() {
    return paused;
  }

  /// The state of the training that runs, or of the weights that are open.
  public ReadOnlyObjectProperty<Optional<LiveState>> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The finished fine-tunings, the newest first.
  public ResultList<TunedRun> list() {
    return list;
  }

  /// The trained weights that are open.
  public TunedWeights weights() {
    return weights;
  }

  /// The texts of the model's tokens; empty before the first model.
  Optional<Vocabulary> vocabulary() {
    return vocabulary;
  }

  /// The reason why a training ended early or left nothing; empty if there is none.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// True if the page is shown; estimates are made only then.
  public BooleanProperty shownProperty() {
    return shown;
  }
}
