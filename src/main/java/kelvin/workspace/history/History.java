package kelvin.workspace.history;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Records states, each with the name of the change that led to it, for undo and redo.
///
/// Changes of the same name that follow each other closely count as one, such as a slider's
/// movement or a burst of typing.
///
/// @param <S> an immutable state, compared with `equals`
public final class History<S> {

  /// The pause that ends a burst.
  static final Duration PAUSE = Duration.ofMillis(1200);

  /// The maximum number of undo steps. Every state holds the complete text.
  static final int MAX_STEPS = 500;

  private final Deque<Entry<S>> undoable = new ArrayDeque<>();
  private final Deque<Entry<S>> redoable = new ArrayDeque<>();
  private final InstantSource clock;
  private S present;

  /// The time of the last change; empty if the next change must be a separate one.
  private Optional<Instant> last = Optional.empty();

  /// @param state the state to restore
  private record Entry<S>(String name, S state) {}

  public History(S present, InstantSource clock) {
    this.present = present;
    this.clock = clock;
  }

  /// Starts again from this state and forgets all states before it.
  public void restart(S state) {
    present = state;
    undoable.clear();
    redoable.clear();
    last = Optional.empty();
  }

  /// Adds a changed state.
  ///
  /// @param name the name of the change, such as `typing`
  public void add(S state, String name) {
    if (state.equals(present)) {
      return;
    }
    var now = clock.instant();
    boolean goesOn =
        last.isPresent()
            && Duration.between(last.get(), now).compareTo(PAUSE) < 0
            && !undoable.isEmpty()
            && undoable.getLast().name().equals(name);
    if (!goesOn) {
      undoable.addLast(new Entry<>(name, present));
      if (undoable.size() > MAX_STEPS) {
        undoable.removeFirst();
      }
    }
    redoable.clear();
    present = state;
    last = Optional.of(now);
  }

  /// Makes the next change a separate one, whatever its name.
  public void endBurst() {
    last = Optional.empty();
  }

  /// Replaces the present state without adding a change that could be undone.
  public void amend(S state) {
    present = state;
  }

  /// Goes back by one change; does nothing if there is none.
  ///
  /// @return the present state after that
  public S undo() {
    return step(undoable, redoable);
  }

  /// Goes forward by one change; does nothing if there is none.
  public S redo() {
    return step(redoable, undoable);
  }

  private S step(Deque<Entry<S>> from, Deque<Entry<S>> to) {
    var entry = from.pollLast();
    if (entry != null) {
      to.addLast(new Entry<>(entry.name(), present));
      present = entry.state();
    }
    last = Optional.empty();
    return present;
  }

  public S present() {
    return present;
  }

  /// The name of the change that `undo` reverts.
  public Optional<String> undoName() {
    return Optional.ofNullable(undoable.peekLast()).map(Entry::name);
  }

  /// The name of the change that `redo` repeats.
  public Optional<String> redoName() {
    return Optional.ofNullable(redoable.peekLast()).map(Entry::name);
  }
}
