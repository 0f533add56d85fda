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

/// Watches the panels, remembers every state of the work, and goes back and forth in them.
///
/// One act of the user changes several properties, so the state is taken when the act is over.
final class WorkHistory {

  private final PlaygroundViewModel playground;
  private final SessionState state;
  private final Executor later;
  private final History<Work> history;
  private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper(this, "undoName", "");
  private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper(this, "redoName", "");
  private Runnable onChange = () -> {};

  /// Whether a change waits to be taken.
  private boolean pending;

  /// Whether the panels change because of what happens here.
  private boolean restoring;

  /// @param later runs a task when the event under way is over
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
  }

  private void changed() {
    if (!pending && !restoring) {
      pending = true;
      later.execute(this::settle);
    }
  }

  /// Takes a change with the name that it has, as one of its own.
  private void act(String name, Runnable change) {
    settle();
    change.run();
    take(Optional.of(name));
  }

  /// Takes a change that waits.
  void settle() {
    take(Optional.empty());
  }

  /// @param given the change's name; none to find it out
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

  /// Begins anew with what is on show.
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
    // The panels may not be able to show all of it, such as tokens of another model.
    history.amend(state.work());
    tell();
  }

  /// Does something to the panels that is no act of the user.
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

  /// The change that `undo` takes back; empty where there is none.
  ReadOnlyStringProperty undoNameProperty() {
    return undoName.getReadOnlyProperty();
  }

  /// The change that `redo` makes again; empty where there is none.
  ReadOnlyStringProperty redoNameProperty() {
    return redoName.getReadOnlyProperty();
  }
}
