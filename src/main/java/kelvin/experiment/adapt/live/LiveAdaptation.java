package kelvin.experiment.adapt.live;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import kelvin.engine.FailureSentence;
import kelvin.engine.SlicedWork;
import kelvin.experiment.adapt.AdaptSetup;
import kelvin.experiment.adapt.AdaptWork;
import kelvin.experiment.tuning.live.Trainable;
import kelvin.experiment.tuning.live.TrainedBeside;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;
import org.jspecify.annotations.Nullable;

/// Compares the ways to adapt a model that is in use. Prompts are measured slice by slice between
/// the model's answers; heads and weights on copies, on the thread that trains. Whatever ends it,
/// the points that are whole are told.
///
/// `cancel` and `close` may be called from any thread and wait for nobody.
public final class LiveAdaptation implements SlicedWork, TrainedBeside {

  /// The reason of the end for the user, when the model closes.
  public static final String MODEL_CLOSED = "The comparison ended, because its model was closed.";

  private final AdaptSetup setup;
  private final Executor training;
  private final LiveAdaptListener listener;
  private final Cancellation cancellation = new Cancellation();

  /// Made by the first slice; then used by one thread after the other.
  private volatile @Nullable AdaptWork work;

  /// True while copies wait for the thread that trains. Guarded by this.
  private boolean isWaiting;

  /// Guarded by this.
  private boolean isOver;

  private volatile boolean isClosed;

  /// @param training runs the work on copies, one task at a time
  public LiveAdaptation(AdaptSetup setup, Executor training, LiveAdaptListener listener) {
    this.setup = setup;
    this.training = training;
    this.listener = listener;
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    var now = work;
    if (now == null) {
      now = new AdaptWork(setup, model.descriptor().name(), listener);
      work = now;
    }
    try (var _ = cancellation.onCancel(pause::cancel)) {
      if (cancellation.isCancelled()) {
        endEarly();
        return false;
      }
      if (now.ask(model, pause)) {
        return true;
      }
    }
    goOnWithCopies(now, Trainable.of(model));
    return false;
  }

  private void goOnWithCopies(AdaptWork now, Trainable model) {
    if (!now.learns()) {
      end("");
      return;
    }
    synchronized (this) {
      isWaiting = true;
    }
    listener.waiting();
    try {
      training.execute(() -> learn(now, model));
    } catch (RejectedExecutionException _) {
      // The window closes.
      end("");
    }
  }

  private void learn(AdaptWork now, Trainable model) {
    synchronized (this) {
      isWaiting = false;
      if (isOver) {
        return;
      }
    }
    model.add(this);
    try {
      cancellation.throwIfCancelled();
      now.learn(model.loaded(), cancellation);
      end("");
    } catch (CancelledException _) {
      endEarly();
    } catch (RuntimeException | OutOfMemoryError e) {
      // A model that closes takes its tokenizer and its files away at once.
      end(isClosed ? MODEL_CLOSED : FailureSentence.of(e));
    } finally {
      model.remove(this);
    }
  }

  private void endEarly() {
    end(isClosed ? MODEL_CLOSED : "");
  }

  private void end(String reason) {
    synchronized (this) {
      if (isOver) {
        return;
      }
      isOver = true;
    }
    var done = work;
    if (done == null) {
      listener.notBegun(reason);
    } else {
      listener.ended(done.measured(), reason);
    }
  }

  /// Ends it; the points that are whole are told.
  public void cancel() {
    cancellation.cancel();
    boolean isIdle;
    synchronized (this) {
      isIdle = isWaiting;
    }
    if (isIdle) {
      // Nobody works on it, perhaps for long.
      endEarly();
    }
  }

  /// Ends it, because the model closes.
  @Override
  public void close() {
    isClosed = true;
    cancel();
  }

  /// Never, because the end of a cancelled comparison is still to be told.
  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public void fail(String reason) {
    end(reason);
  }
}
