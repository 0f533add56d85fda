package kelvin.workspace.history;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The states that something went through, each with the name of the change that led to it.
///
/// Changes of one name that follow each other closely are one: a slider's way, a burst of typing.
///
/// @param <S> an immutable state, compared with `equals`
public final class History<S> {

  /// A pause that ends a burst.
  static final Duration PAUSE = Duration.ofMillis(1200);

  /// More is not kept: every state holds the whole text.
  static final int MOST = 500;

  private final Deque<Entry<S>> undoable = new ArrayDeque<>();
  private final Deque<Entry<S>> redoable = new ArrayDeque<>();
  private final InstantSource clock;
  private S present;

  /// When the last change came; none when the next one is a new one in any case.
  private Optional<Instant> last = Optional.empty();

  /// @param state to go back or forth to
  private record Entry<S>(String name, S state) {}

  public History(S present, InstantSource clock) {
    this.present = present;
    this.clock = clock;
  }

  /// Begins anew: nothing before this state can be gone back to.
  public void restart(S state) {
    present = state;
    undoable.clear();
    redoable.clear();
    last = Optional.empty();
  }

  /// The state has changed.
  ///
  /// @param name of the change, such as `typing`
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
      if (undoable.size() > MOST) {
        undoable.removeFirst();
      }
    }
    redoable.clear();
    present = state;
    last = Optional.of(now);
  }

  /// The next change is one of its own, whatever its name.
  public void endBurst() {
    last = Optional.empty();
  }

  /// The present state is this one, without a change that could be undone.
  public void amend(S state) {
    present = state;
  }

  /// Goes back by one change; stays where there is none.
  ///
  /// @return the state that is now the present one
  public S undo() {
    return step(undoable, redoable);
  }

  /// Goes forth by one change; stays where there is none.
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

  /// The change that `undo` takes back.
  public Optional<String> undoName() {
    return Optional.ofNullable(undoable.peekLast()).map(Entry::name);
  }

  /// The change that `redo` makes again.
  public Optional<String> redoName() {
    return Optional.ofNullable(redoable.peekLast()).map(Entry::name);
  }
}
