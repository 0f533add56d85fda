package kelvin.ui.adapt.lab;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import kelvin.engine.SlicedWork;
import kelvin.experiment.adapt.AdaptNotes;
import kelvin.experiment.adapt.live.LiveAdaptation;
import kelvin.text.Durations;
import kelvin.ui.evaluation.run.RunProgress;
import kelvin.ui.lab.PlaygroundPrompt;
import kelvin.ui.lab.common.ResultList;
import kelvin.workspace.adaptation.AdaptationFile;
import kelvin.workspace.file.WorkspaceException;
import org.jspecify.annotations.Nullable;

/// Compares the ways to adapt the open model and keeps the results: the form, the running
/// comparison and the finished ones.
public final class AdaptViewModel {

  private final Consumer<SlicedWork> engine;
  private final Executor background;
  private final Executor fxThread;
  private final InstantSource clock;
  private final AdaptForm form;
  private final AdaptCostLine cost;
  private final PointLead lead;
  private final RunProgress progress = new RunProgress();
  private final ResultList<AdaptRun> list = new ResultList<>();
  private final ReadOnlyObjectWrapper<Optional<AdaptRun>> running =
      new ReadOnlyObjectWrapper<>(this, "running", Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
  private Executor training;
  private @Nullable LiveAdaptation live;

  /// @param engine runs work on the inference thread
  /// @param background reads files
  /// @param clock gives the start time of a comparison
  public AdaptViewModel(
      PlaygroundPrompt playground,
      Consumer<SlicedWork> engine,
      Executor background,
      Executor fxThread,
      InstantSource clock) {
    this.engine = engine;
    this.background = background;
    this.fxThread = fxThread;
    this.clock = clock;
    training = background;
    form = new AdaptForm(playground, background, fxThread);
    cost = new AdaptCostLine(form, engine, fxThread, shown);
    lead = new PointLead(playground);
    list.selectedProperty().subscribe(_ -> lead.forget());
    shown.subscribe(
        now -> {
          if (now) {
            // The playground's prompt may have changed in the meantime.
            form.data().show();
          }
        });
  }

  /// Sets the thread that trains, one task at a time; called once, before the first comparison.
  public void setThread(Executor training) {
    this.training = training;
  }

  /// Hears that another model is open.
  public void modelOpened() {
    forget();
    cost.ask();
  }

  /// Ends what runs, because the model closes or the window does; the points that are whole stay.
  public void forget() {
    if (live != null) {
      live.close();
    }
  }

  // Running

  /// Runs the comparison in the form, if it is ready.
  public void start() {
    if (!progress.runningProperty().get()
        && form.plannedProperty().get() instanceof AdaptPlanned.Ready ready) {
      problem.set("");
      cost.stop();
      progress.begin();
      list.selectedProperty().set(null);
      begin(ready.origin());
    }
  }

  private void begin(AdaptOrigin origin) {
    var title = form.data().dataProperty().get().title();
    var begun = clock.instant();
    var news =
        new AdaptNews(
            fxThread,
            step -> {
              switch (step) {
                case AdaptNews.Step.Measured(var now) -> {
                  if (live != null) {
                    var soFar = now.soFar();
                    running.set(
                        Optional.of(new AdaptRun(title, begun, soFar, Optional.of(origin))));
                    var left =
                        Double.isNaN(now.secondsLeft())
                            ? ""
                            : "  ·  " + Durations.words(now.secondsLeft()) + " left for these";
                    progress.tell(
                        now.share(),
                        "%d of %d %s%s".formatted(now.done(), now.total(), now.kind(), left));
                  }
                }
                case AdaptNews.Step.Waiting _ ->
                    progress.tell(
                        progress.shareProperty().get(),
                        "waiting for the thread that trains; a fine-tuning goes first");
              }
            },
            end -> {
              var result =
                  end.measured()
                      .map(found -> new AdaptRun(title, begun, found, Optional.of(origin)));
              finish(result, end.reason());
            });
    live = new LiveAdaptation(origin.setup(), training, news);
    engine.accept(live);
  }

  private void finish(Optional<AdaptRun> result, String reason) {
    live = null;
    progress.end();
    running.set(Optional.empty());
    cost.ask();
    problem.set(reason);
    var measured = result.filter(run -> !run.adaptation().points().isEmpty());
    measured.ifPresent(list::add);
    if (measured.isEmpty() && problem.get().isEmpty()) {
      problem.set(
          result
              .filter(run -> !run.adaptation().facts().partial())
              .map(
                  run ->
                      "Nothing could be measured. "
                          + String.join(" ", AdaptNotes.sentences(run.adaptation())))
              .orElse("Cancelled before the first point was whole: there is nothing to keep."));
    }
  }

  /// Ends the running comparison; the points that are whole stay.
  public void cancel() {
    if (live != null) {
      live.cancel();
    }
  }

  /// Reads a comparison from a file, in the background.
  public void open(Path file) {
    problem.set("");
    background.execute(
        () -> {
          try {
            var read = AdaptationFile.read(file);
            fxThread.execute(
                () ->
                    list.add(
                        new AdaptRun(
                            read.facts().data(), clock.instant(), read, Optional.empty())));
          } catch (WorkspaceException e) {
            var sentence = "Not opened: " + e.file() + ": " + e.reason() + " " + e.remedy();
            fxThread.execute(() -> problem.set(sentence));
          }
        });
  }

  // Properties

  public AdaptForm form() {
    return form;
  }

  /// The estimated cost of the comparison in the form.
  public AdaptCostLine cost() {
    return cost;
  }

  /// The way from a point to its prompt or its training.
  public PointLead lead() {
    return lead;
  }

  public RunProgress progress() {
    return progress;
  }

  /// The finished comparisons, the newest first.
  public ResultList<AdaptRun> list() {
    return list;
  }

  /// The running comparison with the points that are whole; empty while nothing runs.
  public ReadOnlyObjectProperty<Optional<AdaptRun>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// The reason why a comparison ended early, left nothing or cannot be opened; empty if there is
  /// none.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// True if the page is shown; estimates are made only then.
  public BooleanProperty shownProperty() {
    return shown;
  }
}
