package kelvin.ui.inside.prompt;

import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kelvin.engine.FailureSentence;
import kelvin.engine.SlicedWork;
import kelvin.engine.inside.CopyOffer;
import kelvin.engine.inside.CopyOffer.Offer;
import kelvin.engine.inside.InsideSessions;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import org.jspecify.annotations.Nullable;

/// Opens a second copy of the model the first time that somebody looks, keeps it until the model
/// closes, and runs it in the background. Of several runs only the latest counts.
///
/// @param <R> what runs the copy
final class CopyViewModel<R> {

  /// The states of the copy.
  enum State {
    /// Nobody looked, or no model is open.
    NONE,
    /// The user is asked whether to open it, because it is large or was cancelled.
    ASKING,
    OPENING,
    OPEN,
    /// The model does not show the part.
    REFUSED
  }

  private final Consumer<SlicedWork> engine;
  private final Executor background;
  private final Executor fxThread;
  private final BiFunction<InsideSessions, Cancellation, R> opening;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.NONE);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private boolean hasModel;
  private boolean shown;
  private @Nullable CopyOffer asked;
  private @Nullable Offer offer;
  private Cancellation opened = new Cancellation();
  private @Nullable R runs;
  private Cancellation run = new Cancellation();

  /// @param engine runs work on the inference thread
  /// @param background runs one task at a time
  /// @param opening opens the part of the model
  CopyViewModel(
      Consumer<SlicedWork> engine,
      Executor background,
      Executor fxThread,
      BiFunction<InsideSessions, Cancellation, R> opening) {
    this.engine = engine;
    this.background = background;
    this.fxThread = fxThread;
    this.opening = opening;
  }

  // The model

  /// Another model is open.
  void modelOpened() {
    forget();
    hasModel = true;
    look();
  }

  /// Stops what runs and closes the copy, as when the model closes.
  void forget() {
    hasModel = false;
    cancelRun();
    opened.cancel();
    if (asked != null) {
      asked.cancel();
      asked = null;
    }
    var old = offer;
    offer = null;
    runs = null;
    if (old != null) {
      // Behind the run that may still use it.
      background.execute(old.sessions()::close);
    }
    show(State.NONE, "");
    problem.set("");
  }

  /// Says whether somebody looks.
  void setShown(boolean now) {
    shown = now;
    if (now) {
      look();
    } else {
      cancelRun();
      if (state.get() == State.OPENING) {
        stopOpening(State.NONE, "");
      }
    }
  }

  private void look() {
    if (!shown || !hasModel || state.get() != State.NONE) {
      return;
    }
    if (offer != null) {
      open();
    } else if (asked == null) {
      var question = new CopyOffer[1];
      question[0] =
          new CopyOffer(
              found -> fxThread.execute(() -> take(question[0], found)),
              reason -> fxThread.execute(() -> refuse(question[0], reason)));
      asked = question[0];
      engine.accept(question[0]);
    }
  }

  private void take(CopyOffer from, Offer found) {
    if (!from.equals(asked)) {
      return;
    }
    asked = null;
    offer = found;
    if (found.memory().isLarge()) {
      show(
          State.ASKING,
          "This needs a second copy of the model: " + found.memory().words() + " of memory more.");
    } else if (shown) {
      open();
    }
  }

  private void refuse(CopyOffer from, String reason) {
    if (from.equals(asked)) {
      asked = null;
      show(State.REFUSED, reason);
    }
  }

  // Opening

  /// Opens the copy that was offered.
  void open() {
    var found = offer;
    if (found == null || state.get() == State.OPENING || state.get() == State.OPEN) {
      return;
    }
    show(
        State.OPENING,
        "Opening a second copy of the model, which takes "
            + found.memory().words()
            + " of memory …");
    var cancellation = new Cancellation();
    opened = cancellation;
    background.execute(
        () -> {
          try {
            var ready = opening.apply(found.sessions(), cancellation);
            tell(cancellation, () -> take(ready));
          } catch (CancelledException _) {
            // The sessions have closed what came too late.
          } catch (RuntimeException | OutOfMemoryError e) {
            var reason = FailureSentence.of(e);
            tell(cancellation, () -> show(State.REFUSED, reason));
          }
        });
  }

  private void take(R ready) {
    runs = ready;
    show(State.OPEN, "");
  }

  /// Stops the opening. A copy that the runtime is loading is closed as soon as it is loaded.
  void cancelOpening() {
    if (state.get() == State.OPENING) {
      stopOpening(State.ASKING, "The second copy of the model was not opened.");
    }
  }

  private void stopOpening(State now, String sentence) {
    opened.cancel();
    show(now, sentence);
  }

  private void show(State now, String sentence) {
    message.set(sentence);
    state.set(now);
  }

  // Running

  /// Runs the copy in the background; the run before is cancelled. Does nothing while it is not
  /// open.
  ///
  /// @param work not on the FX thread
  /// @param target gets the result on the FX thread, unless it is outdated
  /// @param onFailed called on the FX thread if there is none; `problem` says why
  <A> void run(BiFunction<R, Cancellation, A> work, Consumer<A> target, Runnable onFailed) {
    cancelRun();
    var ready = runs;
    if (ready == null) {
      return;
    }
    var cancellation = new Cancellation();
    run = cancellation;
    background.execute(
        () -> {
          try {
            cancellation.throwIfCancelled();
            var answer = work.apply(ready, cancellation);
            tell(
                cancellation,
                () -> {
                  problem.set("");
                  target.accept(answer);
                });
          } catch (CancelledException _) {
            // Another run is wanted.
          } catch (RuntimeException | OutOfMemoryError e) {
            var reason = FailureSentence.of(e);
            tell(
                cancellation,
                () -> {
                  problem.set(reason);
                  onFailed.run();
                });
          }
        });
  }

  void cancelRun() {
    run.cancel();
  }

  private void tell(Cancellation cancellation, Runnable news) {
    fxThread.execute(
        () -> {
          if (!cancellation.isCancelled()) {
            news.run();
          }
        });
  }

  // Properties

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// A sentence about the copy: what it takes, or why there is none; empty while it is open.
  ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /// The reason why the last run failed; empty for no problem.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
