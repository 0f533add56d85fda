package kelvin.ui.tuning;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import kelvin.experiment.tuning.live.LiveOutcome;
import kelvin.experiment.tuning.live.LiveTuning;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.tuning.TunedModel;

/// The trained weights that are open: goes back to the model's own and forth again, and writes a
/// new model.
public final class TunedWeights {

  private final Executor fxThread;
  private final Supplier<Executor> training;
  private final BooleanProperty base = new SimpleBooleanProperty(this, "base", false);
  private final ReadOnlyObjectWrapper<Optional<TunedRun>> open =
      new ReadOnlyObjectWrapper<>(this, "open", Optional.empty());
  private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper(this, "saving", false);
  private final ReadOnlyObjectWrapper<Optional<Path>> saved =
      new ReadOnlyObjectWrapper<>(this, "saved", Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private Optional<LiveTuning> live = Optional.empty();
  private Consumer<Path> onOpen = _ -> {};
  private Runnable onSaved = () -> {};

  /// @param training gives the thread that trains, which also writes
  TunedWeights(Executor fxThread, Supplier<Executor> training) {
    this.fxThread = fxThread;
    this.training = training;
    base.subscribe(
        (_, now) -> live.ifPresent(weights -> training.get().execute(() -> weights.showBase(now))));
  }

  void setOnOpen(Consumer<Path> onOpen) {
    this.onOpen = onOpen;
  }

  /// @param onSaved called when the weights are safe
  void keep(TunedRun run, LiveTuning from, Runnable onSaved) {
    forget();
    this.onSaved = onSaved;
    live = run.isHead() ? Optional.empty() : Optional.of(from);
    open.set(Optional.of(run));
  }

  void forget() {
    live = Optional.empty();
    base.set(false);
    open.set(Optional.empty());
    saved.set(Optional.empty());
    problem.set("");
  }

  /// Writes a new model folder in the background: whole, or not at all.
  ///
  /// @param folder must not exist yet
  public void save(Path folder) {
    open.get()
        .ifPresent(
            run -> {
              saving.set(true);
              saved.set(Optional.empty());
              problem.set("");
              var from = live;
              training.get().execute(() -> write(run, from, folder));
            });
  }

  private void write(TunedRun run, Optional<LiveTuning> from, Path folder) {
    try {
      write(run, from, new TunedModel(folder, run.wish().setup(), run.wish().data().name()));
      tell(
          run,
          () -> {
            saving.set(false);
            saved.set(Optional.of(folder));
            onSaved.run();
          });
    } catch (WorkspaceException e) {
      var reason = "Not saved: " + e.file() + ": " + e.reason() + " " + e.remedy();
      tell(
          run,
          () -> {
            saving.set(false);
            problem.set(reason);
          });
    }
  }

  private static void write(TunedRun run, Optional<LiveTuning> from, TunedModel model)
      throws WorkspaceException {
    switch (run.outcome()) {
      case LiveOutcome.Head(var tuned) -> model.head(run.base(), tuned, run.before());
      case LiveOutcome.Weights weights -> {
        var trained =
            new TunedModel.Weights(
                run.wish().training(),
                weights.result(),
                weights.head(),
                run.before(),
                weights.after());
        if (from.isPresent()) {
          model.weights(run.base(), trained, from.get()::write);
        }
      }
    }
  }

  /// The end of writing is told even if other weights are open now.
  private void tell(TunedRun of, Runnable news) {
    fxThread.execute(
        () -> {
          if (open.get().filter(of::equals).isPresent()) {
            news.run();
          } else {
            saving.set(false);
          }
        });
  }

  /// Opens the model that was written.
  public void openSaved() {
    saved.get().ifPresent(onOpen);
  }

  /// True while the copy has the model's own weights, θ̂.
  public BooleanProperty baseProperty() {
    return base;
  }

  /// The fine-tuning whose weights are open; empty if there are none.
  public ReadOnlyObjectProperty<Optional<TunedRun>> openProperty() {
    return open.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty savingProperty() {
    return saving.getReadOnlyProperty();
  }

  /// The folder that was written last; empty if there is none.
  public ReadOnlyObjectProperty<Optional<Path>> savedProperty() {
    return saved.getReadOnlyProperty();
  }

  /// The reason why nothing was written; empty if there is none.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
