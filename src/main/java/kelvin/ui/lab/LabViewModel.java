package kelvin.ui.lab;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import kelvin.display.InformationUnit;
import kelvin.display.ProbabilityScale;
import kelvin.engine.SlicedWork;
import kelvin.prompt.sweep.Variant;
import kelvin.ui.lab.common.ResultList;
import org.jspecify.annotations.Nullable;

/// Runs sweeps and keeps their results: the form, the running sweep and the finished ones.
public final class LabViewModel {

  private final PlaygroundPrompt playground;
  private final Consumer<SlicedWork> engine;
  private final Executor fxThread;
  private final InstantSource clock;
  private final SweepForm form;
  private final EstimateViewModel estimate;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", false);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
  private final ReadOnlyStringWrapper progressText =
      new ReadOnlyStringWrapper(this, "progressText", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ResultList<LabResult> list = new ResultList<>();
  private final ObjectProperty<ResultOrder> order =
      new SimpleObjectProperty<>(this, "order", ResultOrder.NEWEST);
  private final ObjectProperty<ProbabilityScale> scale =
      new SimpleObjectProperty<>(this, "scale", ProbabilityScale.USUAL_SWEEP);
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private final ReadOnlyStringWrapper restored = new ReadOnlyStringWrapper(this, "restored", "");
  private final ObjectProperty<LabSection> section =
      new SimpleObjectProperty<>(this, "section", LabSection.SWEEP);
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
  private String model = "";
  private @Nullable SweepRun run;

  /// @param engine runs work in the background
  /// @param clock gives the start time of a sweep
  public LabViewModel(
      PlaygroundPrompt playground,
      Consumer<SlicedWork> engine,
      Executor fxThread,
      InstantSource clock) {
    this.playground = playground;
    this.engine = engine;
    this.fxThread = fxThread;
    this.clock = clock;
    form = new SweepForm(playground);
    estimate = new EstimateViewModel(form, engine, fxThread, shown);
    order.subscribe(now -> list.sortBy(now.comparator()));
    list.selectedProperty().subscribe(_ -> restored.set(""));
    shown.subscribe(
        now -> {
          if (now) {
            form.propose();
          }
          if (now && form.subjectProperty().get().task().isEmpty()) {
            // The playground's prompt may have changed in the meantime.
            form.followPlayground();
          }
        });
  }

  /// Sets the name of the model that is open.
  public void setModel(String modelName) {
    model = modelName;
    estimate.ask();
  }

  // Running

  /// Runs the sweep in the form, or says why that is impossible.
  public void start() {
    if (running.get()) {
      return;
    }
    try {
      var setup = form.setup();
      problem.set("");
      progress.set(0);
      progressText.set("starting");
      running.set(true);
      estimate.stop();
      var begun = new SweepRun[1];
      begun[0] =
          new SweepRun(setup, model, clock.instant(), fxThread, event -> follow(begun[0], event));
      run = begun[0];
      begun[0].begin(engine);
    } catch (SetupException e) {
      problem.set(e.sentence());
    }
  }

  /// Handles an event of a run. Late events of a cancelled run are ignored.
  private void follow(SweepRun from, SweepRun.Event event) {
    if (!from.equals(run)) {
      return;
    }
    switch (event) {
      case SweepRun.Event.Progressed(var now) -> {
        progress.set(now.share());
        progressText.set(
            "%d of %d prompts  ·  %s s left"
                .formatted(now.done(), now.total(), seconds(now.secondsLeft())));
      }
      case SweepRun.Event.Done(var result) -> {
        end();
        list.add(LabResult.of(result));
      }
      case SweepRun.Event.Failed(var reason) -> {
        end();
        problem.set(reason);
      }
    }
  }

  /// Stops the running sweep and drops its results.
  public void cancel() {
    var under = run;
    if (under != null) {
      under.cancel();
      end();
    }
  }

  private void end() {
    run = null;
    running.set(false);
    progressText.set("");
    estimate.ask();
  }

  /// Formats seconds: whole, or with tenths if there are few.
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, seconds < 10 ? "%.1f" : "%,.0f", seconds);
  }

  // Results

  /// Renames the selected sweep.
  public void rename(String title) {
    var old = list.selectedProperty().get();
    if (old != null && !title.isBlank() && !title.equals(old.title())) {
      list.replace(old, new LabResult(title.strip(), old.result()));
    }
  }

  /// Replaces all sweeps when another session is opened.
  public void restore(List<LabResult> others) {
    cancel();
    list.setAll(others);
  }

  /// Composes the prompt of a point in the playground.
  public void restorePrompt(Variant variant) {
    playground.restore(variant.trial(), "prompt of a sweep");
    restored.set(
        "The prompt of “" + variant.name() + "” was loaded into the playground; Undo reverts it.");
  }

  // Properties

  public SweepForm form() {
    return form;
  }

  /// The estimated cost of the sweep in the form.
  public EstimateViewModel estimate() {
    return estimate;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// The progress of the running sweep, 0 to 1.
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// The progress in words.
  public ReadOnlyStringProperty progressTextProperty() {
    return progressText.getReadOnlyProperty();
  }

  /// The reason why there is no sweep; empty if there is no problem.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The finished sweeps.
  public ResultList<LabResult> list() {
    return list;
  }

  public ObservableList<LabResult> results() {
    return list.results();
  }

  /// The selected sweep; null for none.
  public ObjectProperty<@Nullable LabResult> selectedProperty() {
    return list.selectedProperty();
  }

  public ObjectProperty<ResultOrder> orderProperty() {
    return order;
  }

  /// The scale of the probabilities in the plots.
  public ObjectProperty<ProbabilityScale> scaleProperty() {
    return scale;
  }

  /// The unit of the effects of examples.
  public ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  /// The choices of how numbers are shown.
  SweepLook look() {
    return new SweepLook(scale.get(), unit.get());
  }

  /// A sentence about the prompt that was last composed in the playground; empty for none.
  public ReadOnlyStringProperty restoredProperty() {
    return restored.getReadOnlyProperty();
  }

  /// The section of the lab that is chosen.
  public ObjectProperty<LabSection> sectionProperty() {
    return section;
  }

  /// True if the sweeps are shown; estimates are made only then.
  public BooleanProperty shownProperty() {
    return shown;
  }
}
