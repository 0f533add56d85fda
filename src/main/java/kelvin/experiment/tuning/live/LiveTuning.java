package kelvin.experiment.tuning.live;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kelvin.distribution.Logits;
import kelvin.engine.FailureSentence;
import kelvin.engine.tuning.Copies;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.HeadTuning;
import kelvin.experiment.tuning.WeightTuning;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;
import kelvin.inference.training.TrainedWeight;

/// Fine-tunes a copy of a model beside the one that is in use, on a thread of its own. At its end
/// the copy stays open with the best weights, to be looked at, put back and written.
///
/// `run`, `look`, `showBase` and `write` belong on the thread that trains. The other methods may be
/// called from any thread. To close it waits for nobody: what runs ends first, and then closes the
/// copy.
public final class LiveTuning implements TrainedBeside {

  /// The reason of the end for the user, when the model closes.
  public static final String MODEL_CLOSED = "The training ended, because its model was closed.";

  private final LiveWish wish;
  private final Trainable model;
  private final LiveListener listener;
  private final Supplier<Optional<Path>> state;
  private final Pause pause = new Pause();
  private final ReentrantLock use = new ReentrantLock();

  /// Of what runs now.
  private volatile Cancellation now = new Cancellation();

  private volatile boolean closed;
  private volatile Optional<Prompt> watched = Optional.empty();

  /// Guarded by the lock.
  private Optional<Course> course = Optional.empty();

  /// The model's own weights. Guarded by the lock.
  private Optional<Copies> base = Optional.empty();

  /// The trained weights while the copy has the model's own. Guarded by the lock.
  private Optional<Copies> trained = Optional.empty();

  /// A prompt whose next token is looked at.
  ///
  /// @param ids its tokens, at least one
  /// @param before the logits after it, of the model that is in use
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Prompt(int[] ids, Logits before) {}

  /// @param state gives the file for the state after each epoch, on the thread that trains; empty
  ///     to keep none
  public LiveTuning(
      LiveWish wish, Trainable model, LiveListener listener, Supplier<Optional<Path>> state) {
    this.state = state;
    this.wish = wish;
    this.model = model;
    this.listener = listener;
  }

  /// The memory that it takes, in bytes, at most: that of a training, and the model's own weights
  /// and the trained ones, to go from one to the other.
  public static long memory(LoadedModel loaded) {
    return WeightTuning.memory(loaded) + 2 * Float.BYTES * loaded.descriptor().parameterCount();
  }

  /// Sets the prompt that is looked at while the weights change.
  public void watch(Optional<Prompt> prompt) {
    watched = prompt;
  }

  /// Lets the training wait after its present step, or go on.
  public void pause(boolean wanted) {
    pause.set(wanted);
  }

  /// Ends the training; the best weights so far are kept and judged. A second cancel ends that too.
  public void cancel() {
    now.cancel();
  }

  /// Does all of the work.
  public void run() {
    model.add(this);
    use.lock();
    try {
      if (wish.depth() == Depth.HEAD) {
        fitHead();
        // Nothing of it stays open.
        closed = true;
      } else {
        train();
      }
    } catch (CancelledException _) {
      if (closed) {
        listener.failed(MODEL_CLOSED);
      } else {
        closed = true;
        listener.cancelled();
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      // A model that closes takes its tokenizer and its files away at once.
      listener.failed(closed ? MODEL_CLOSED : FailureSentence.of(e));
      closed = true;
    } finally {
      use.unlock();
      closeIfOver();
    }
  }

  private Cancellation phase() {
    var fresh = new Cancellation();
    now = fresh;
    throwIfClosed();
    return fresh;
  }

  private void throwIfClosed() {
    if (closed) {
      throw new CancelledException();
    }
  }

  private void fitHead() {
    var tuned =
        HeadTuning.of(
            wish.setup(), wish.data(), wish.l2(), model.loaded(), listener::working, phase());
    listener.ended(new LiveOutcome.Head(tuned));
  }

  private void train() {
    var cancellation = phase();
    var opened =
        WeightTuning.open(
            wish.setup(),
            wish.data(),
            wish.training(),
            new WeightTuning.Keeping(state.get(), true),
            model.loaded(),
            listener::working,
            cancellation);
    var started = new Course(wish, opened, model.loaded(), listener);
    course = Optional.of(started);
    base = opened.base();
    started.begin(watched, cancellation);
    try {
      do {
        pause.await(cancellation);
      } while (started.step(watched, cancellation));
    } catch (CancelledException _) {
      throwIfClosed();
      opened.steps().stop();
    }
    var result = opened.steps().result();
    if (result.trainLoss().size() < 2 && result.trouble().isEmpty()) {
      throw new CancelledException();
    }
    var after = judged(started);
    listener.ended(new LiveOutcome.Weights(result, opened.head(), after, started.curves()));
  }

  /// Looks at the watched prompt with the best weights, and judges the test part.
  private Optional<Evaluation> judged(Course started) {
    try {
      var cancellation = phase();
      started.look(watched, cancellation);
      return Optional.of(started.judge(cancellation));
    } catch (CancelledException _) {
      throwIfClosed();
      return Optional.empty();
    }
  }

  static List<FloatBuffer> values(WeightTuning tuning) {
    return tuning.runs().weights().stream().map(TrainedWeight::values).toList();
  }

  // After the end

  /// Looks at the watched prompt again. Does nothing once it is closed.
  public void look() {
    use(_ -> {});
  }

  /// Gives the copy the model's own weights, or the trained ones again.
  public void showBase(boolean wanted) {
    use(
        open -> {
          if (wanted && trained.isEmpty()) {
            trained = Optional.of(new Copies(values(open.tuning())));
            base.ifPresent(Copies::restore);
          } else if (!wanted) {
            trained.ifPresent(Copies::restore);
            trained = Optional.empty();
          }
          open.tuning().runs().changed();
        });
  }

  private void use(Consumer<Course> change) {
    use.lock();
    try {
      if (!closed && course.isPresent()) {
        change.accept(course.get());
        course.get().look(watched, phase());
      }
    } catch (CancelledException _) {
      // The model closes.
    } finally {
      use.unlock();
      closeIfOver();
    }
  }

  /// Writes the weights as they are now over those of a copy of the model's folder.
  ///
  /// @throws IOException if that fails, or if the model is closed
  public void write(Path copy) throws IOException {
    use.lock();
    try {
      if (closed || course.isEmpty()) {
        throw new IOException("the trained weights are closed");
      }
      course.get().tuning().runs().write(copy);
    } finally {
      use.unlock();
      closeIfOver();
    }
  }

  // Closing

  @Override
  public void close() {
    closed = true;
    now.cancel();
    closeIfOver();
  }

  private void closeIfOver() {
    if (closed && use.tryLock()) {
      try {
        course.ifPresent(open -> open.tuning().close());
        course = Optional.empty();
        base = Optional.empty();
        trained = Optional.empty();
        model.remove(this);
      } finally {
        use.unlock();
      }
    }
  }
}
