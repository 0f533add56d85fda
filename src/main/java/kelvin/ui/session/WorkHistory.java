package kelvin.ui.session;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.workspace.Work;
import kelvin.workspace.history.ChangeName;
import kelvin.workspace.history.History;

/// Watches the panels, remembers every state of the work, and moves back and forth through them.
///
/// One action of the user changes several properties, so the state is read when the action is over.
final class WorkHistory {

  private final PlaygroundViewModel playground;
  private final SessionState state;
  private final Executor later;
  private final History<Work> history;
  private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper(this, "undoName", "");
  private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper(this, "redoName", "");
  private Runnable onChange = () -> {};

  /// True if a change is waiting to be recorded.
  private boolean pending;

  /// True if this class is changing the panels.
  private boolean restoring;

  /// @param later runs a task after the current event
  WorkHistory(
      PlaygroundViewModel playground, SessionState state, Executor later, InstantSource clock) {
    this.playground = playground;
    this.state = state;
    this.later = later;
    history = new History<>(state.work(), clock);
    var prompt = playground.prompt();
    prompt.textProperty().subscribe((_, _) -> changed());
    prompt.compositionProperty().subscribe((_, _) -> changed());
    prompt.startTokenChoiceProperty().subscribe((_, _) -> changed());
    var composer = prompt.composer();
    composer.fewShot().promptProperty().subscribe((_, _) -> changed());
    composer.zeroShot().promptProperty().subscribe((_, _) -> changed());
    composer.answers().answersProperty().subscribe((_, _) -> changed());
    composer.originProperty().subscribe((_, _) -> changed());
    composer.setOnAct(this::act);
    playground.labels().normalizationProperty().subscribe((_, _) -> changed());
    playground.labels().contentFreeProperty().subscribe((_, _) -> changed());
    var sampling = playground.sampling();
    sampling.chainProperty().subscribe((_, _) -> changed());
    sampling.seedProperty().subscribe((_, _) -> changed());
    sampling.modeProperty().subscribe((_, _) -> changed());
    playground.generation().steps().subscribe(this::changed);
    playground.pages().compare().comparisonProperty().subscribe((_, _) -> changed());
    playground.pages().inside().map().chosenProperty().subscribe((_, _) -> changed());
    playground.pages().paths().pathsProperty().subscribe((_, _) -> changed());
  }

  private void changed() {
    if (!pending && !restoring) {
      pending = true;
      later.execute(this::settle);
    }
  }

  /// Records a change under its name, as a step of its own.
  private void act(String name, Runnable change) {
    settle();
    change.run();
    take(Optional.of(name));
  }

  /// Records a change that is waiting.
  void settle() {
    take(Optional.empty());
  }

  /// @param given the name of the change; empty to derive it
  private void take(Optional<String> given) {
    if (!pending) {
      return;
    }
    pending = false;
    var now = state.work();
    var before = history.present();
    if (now.isSameAs(before)) {
      history.amend(now);
    } else {
      var name = given.orElseGet(() -> ChangeName.of(before, now));
      boolean single = !playground.generation().playingProperty().get();
      if (given.isPresent()
          || ChangeName.isActOfItsOwn(name)
          || (single && name.equals(ChangeName.GENERATING))) {
        history.endBurst();
      }
      history.add(now, name);
    }
    tell();
  }

  /// Starts a new history with the current state.
  void restart() {
    pending = false;
    history.restart(state.work());
    tell();
  }

  void undo() {
    settle();
    if (history.undoName().isPresent()) {
      restore(history.undo());
    }
  }

  void redo() {
    settle();
    if (history.redoName().isPresent()) {
      restore(history.redo());
    }
  }

  private void restore(Work work) {
    restoring = true;
    playground.notices().dismiss();
    state.restore(work);
    restoring = false;
    // The panels may be unable to show all of it, such as tokens of another model.
    history.amend(state.work());
    tell();
  }

  /// Changes the panels without recording it as an action of the user.
  void quietly(Runnable change) {
    settle();
    restoring = true;
    change.run();
    restoring = false;
  }

  private void tell() {
    undoName.set(history.undoName().orElse(""));
    redoName.set(history.redoName().orElse(""));
    onChange.run();
  }

  /// Called when the work may have changed.
  void setOnChange(Runnable onChange) {
    this.onChange = onChange;
  }

  /// The name of the change that `undo` reverts; empty where there is none.
  ReadOnlyStringProperty undoNameProperty() {
    return undoName.getReadOnlyProperty();
  }

  /// The name of the change that `redo` repeats; empty where there is none.
  ReadOnlyStringProperty redoNameProperty() {
    return redoName.getReadOnlyProperty();
  }
}
