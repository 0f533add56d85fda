package kelvin.ui.inside.copy;

import java.util.ArrayList;
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
import kelvin.engine.inside.InsidePart;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import org.jspecify.annotations.Nullable;

/// Opens a second copy of the model the first time that somebody looks, and runs it in the
/// background. The copy belongs to the model and closes with it. Of several runs only the latest
/// counts.
///
/// @param <R> what runs the copy
public final class CopyViewModel<R> {

  /// The states of the copy.
  public enum State {
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
  private final InsidePart<R> part;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.NONE);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private boolean hasModel;
  private boolean shown;
  private @Nullable CopyOffer<R> asked;
  private @Nullable Offer<R> offer;
  private Cancellation opened = new Cancellation();
  private Cancellation run = new Cancellation();

  /// @param engine runs work on the inference thread
  /// @param background opens and runs copies, one task at a time
  /// @param part of the model that the copy gives
  public CopyViewModel(
      Consumer<SlicedWork> engine, Executor background, Executor fxThread, InsidePart<R> part) {
    this.engine = engine;
    this.background = background;
    this.fxThread = fxThread;
    this.part = part;
  }

  // The model

  /// Another model is open.
  public void modelOpened() {
    forget();
    hasModel = true;
    look();
  }

  /// Stops what runs, because the model is closed, and the copy with it.
  public void forget() {
    hasModel = false;
    cancelRun();
    opened.cancel();
    if (asked != null) {
      asked.cancel();
      asked = null;
    }
    offer = null;
    show(State.NONE, "");
    problem.set("");
  }

  /// Says whether somebody looks.
  public void setShown(boolean now) {
    shown = now;
    if (now) {
      look();
    } else {
      cancelRun();
      problem.set("");
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
      offered(offer);
    } else if (asked == null) {
      ask();
    }
  }

  private void ask() {
    var question = new ArrayList<CopyOffer<R>>();
    question.add(
        new CopyOffer<>(
            part,
            found -> fxThread.execute(() -> take(question.getFirst(), found)),
            reason -> fxThread.execute(() -> refuse(question.getFirst(), reason))));
    asked = question.getFirst();
    engine.accept(question.getFirst());
  }

  private void take(CopyOffer<R> from, Offer<R> found) {
    if (from.equals(asked)) {
      asked = null;
      offer = found;
      offered(found);
    }
  }

  private void offered(Offer<R> found) {
    if (found.memory().isLarge()) {
      show(State.ASKING, sentence(found));
    } else if (shown) {
      open();
    }
  }

  private static String sentence(Offer<?> found) {
    return "This needs a second copy of the model, which takes "
        + found.memory().words()
        + " of memory more until the model closes."
        + found.memory().warning();
  }

  private void refuse(CopyOffer<R> from, String reason) {
    if (from.equals(asked)) {
      asked = null;
      show(State.REFUSED, reason);
    }
  }

  // Opening

  /// Opens the copy that was offered.
  public void open() {
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
            found.copy().open(cancellation);
            tell(cancellation, () -> show(State.OPEN, ""));
          } catch (CancelledException _) {
            // What came too late is closed.
          } catch (RuntimeException | OutOfMemoryError e) {
            var reason = FailureSentence.of(e);
            tell(cancellation, () -> show(State.REFUSED, reason));
          }
        });
  }

  /// Stops the opening. A copy that the runtime is loading is closed as soon as it is loaded.
  public void cancelOpening() {
    var found = offer;
    if (found != null && state.get() == State.OPENING) {
      stopOpening(State.ASKING, sentence(found));
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
  public <A> void run(BiFunction<R, Cancellation, A> work, Consumer<A> target, Runnable onFailed) {
    cancelRun();
    var found = offer;
    if (found == null || state.get() != State.OPEN) {
      return;
    }
    var cancellation = new Cancellation();
    run = cancellation;
    background.execute(
        () -> {
          try {
            var answer = found.copy().use(runs -> work.apply(runs, cancellation), cancellation);
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

  public void cancelRun() {
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

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// A sentence about the copy: what it takes, or why there is none; empty while it is open.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /// The reason why the last run failed; empty for no problem.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
