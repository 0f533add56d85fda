package kelvin.ui.tuning;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import kelvin.engine.SlicedWork;
import kelvin.experiment.evaluation.EvaluationPlan;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.live.TrainableOffer;
import kelvin.inference.ModelDescriptor;
import kelvin.workspace.tuning.UnfinishedTraining;
import kelvin.workspace.tuning.UnfinishedTrainings;
import org.jspecify.annotations.Nullable;

/// Offers to go on with a training of the open model on the data in the form, which a kill ended
/// before its result was saved.
public final class UnfinishedOffer {

  private static final String NOT_KEPT =
      "The disk has no room for the state of this training, or its folder cannot be written, so the"
          + " training begins anew after a kill.";

  private final TuningForm form;
  private final Consumer<SlicedWork> engine;
  private final Executor background;
  private final Executor fxThread;
  private final ObservableBooleanValue shown;
  private final ReadOnlyObjectWrapper<Optional<UnfinishedTraining>> found =
      new ReadOnlyObjectWrapper<>(this, "found", Optional.empty());

  /// The trainings of this window, whose results are in its list.
  private final Set<String> own = new HashSet<>();

  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");

  private Optional<UnfinishedTrainings> kept = Optional.empty();
  private Runnable onGoOn = () -> {};
  private @Nullable TrainableOffer asked;

  /// The text that the form must have before the training goes on.
  private @Nullable TypedTuning wanted;

  /// Counts the questions, so that late answers are known.
  private int question;

  /// @param background reads and removes files
  UnfinishedOffer(
      TuningForm form,
      Consumer<SlicedWork> engine,
      Executor background,
      Executor fxThread,
      ObservableBooleanValue shown) {
    this.form = form;
    this.engine = engine;
    this.background = background;
    this.fxThread = fxThread;
    this.shown = shown;
    form.plannedProperty()
        .subscribe(
            () -> {
              beginIfReady();
              ask();
            });
    shown.subscribe(_ -> ask());
  }

  /// @param where the states are kept; until then none is
  void keepIn(UnfinishedTrainings where) {
    kept = Optional.of(where);
    ask();
  }

  /// @param action starts the training that the form plans from its kept state
  void setOnGoOn(Runnable action) {
    onGoOn = action;
  }

  /// Looks for a training of the open model on the data in the form.
  void ask() {
    question++;
    found.set(Optional.empty());
    if (asked != null) {
      asked.cancel();
      asked = null;
    }
    if (kept.isPresent()
        && shown.get()
        && form.plannedProperty().get() instanceof TuningPlanned.Ready ready) {
      ask(kept.get(), ready.plan(), question);
    }
  }

  private void ask(UnfinishedTrainings where, EvaluationPlan plan, int mine) {
    var offer =
        new TrainableOffer(
            model -> {
              var base = model.loaded().descriptor();
              background.execute(
                  () -> {
                    var key = UnfinishedTrainings.key(base, plan);
                    var training = where.find(key);
                    fxThread.execute(
                        () -> {
                          if (mine == question && !own.contains(key)) {
                            found.set(training);
                          }
                        });
                  });
            },
            _ -> {});
    asked = offer;
    engine.accept(offer);
  }

  /// Fills the form as it was, and starts the training when that is planned.
  public void goOn() {
    found
        .get()
        .ifPresent(
            training -> {
              var typed = TypedTuning.of(training.form());
              form.take(typed);
              wanted = typed;
              beginIfReady();
            });
  }

  private void beginIfReady() {
    if (wanted != null && form.plans(wanted)) {
      wanted = null;
      onGoOn.run();
    }
  }

  /// Removes the training that is offered.
  public void discard() {
    found.get().ifPresent(training -> remove(training.key()));
    found.set(Optional.empty());
  }

  private void remove(String key) {
    kept.ifPresent(where -> background.execute(() -> where.remove(key)));
  }

  /// A training that begins.
  ///
  /// @param key of its model and data; empty for a head alone, which has no state
  /// @param state makes room for its state; call it on the thread that trains
  record Begun(String key, Supplier<Optional<Path>> state) {}

  /// Hears that a training begins, as the form planned it.
  ///
  /// @param goesOn whether it goes on from the state that is kept
  Begun begin(ModelDescriptor base, EvaluationPlan plan, boolean goesOn, TypedTuning typed) {
    note.set("");
    if (typed.training().depth() == Depth.HEAD) {
      return new Begun("", Optional::empty);
    }
    var key = UnfinishedTrainings.key(base, plan);
    own.add(key);
    found.set(Optional.empty());
    return new Begun(
        key,
        () -> {
          var state =
              kept.flatMap(
                  where -> where.begin(key, goesOn, typed.fields(), base.parameterCount()));
          if (kept.isPresent() && state.isEmpty()) {
            fxThread.execute(() -> note.set(NOT_KEPT));
          }
          return state;
        });
  }

  /// Hears that the result of a training is safe.
  void saved(String key) {
    remove(key);
  }

  /// Hears that no training of this window is there any more.
  void lostAll() {
    own.clear();
    ask();
  }

  /// Hears that a training of this window is no longer there, though its state may be.
  void lost(String key) {
    own.remove(key);
    ask();
  }

  /// The training that is offered; empty if there is none.
  public ReadOnlyObjectProperty<Optional<UnfinishedTraining>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /// Says that no state of the newest training is kept, and why; empty if one is.
  ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }
}
