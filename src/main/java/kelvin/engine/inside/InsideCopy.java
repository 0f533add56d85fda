package kelvin.engine.inside;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import org.jspecify.annotations.Nullable;

/// A copy of a model that gives one part of its inside. It is opened at the first use and kept
/// until the model closes.
///
/// Use it from any thread; uses wait for each other. To close it waits for nobody: a use that still
/// runs closes the copy when it is done.
///
/// @param <R> what runs the copy
public final class InsideCopy<R> {

  private final LoadedModel loaded;
  private final InsidePart<R> part;
  private final ReentrantLock use = new ReentrantLock();
  private @Nullable R runs;
  private volatile boolean closed;

  InsideCopy(LoadedModel loaded, InsidePart<R> part) {
    this.loaded = loaded;
    this.part = part;
  }

  /// Opens the copy if it is not open, which takes as long as to load the model.
  ///
  /// The runtime does not stop while it loads. A copy that is no longer wanted when it is ready is
  /// closed at once.
  ///
  /// @throws CancelledException if cancelled, or if the model is closed
  /// @throws InferenceException if the model does not show the part; the message says why
  public void open(Cancellation cancellation) {
    use(_ -> true, cancellation);
  }

  /// Runs work with the copy, which is opened before if it is not open.
  ///
  /// @param work keeps nothing of the copy
  /// @throws CancelledException if cancelled, or if the model is closed
  /// @throws InferenceException if the model does not show the part, or a run fails
  public <A> A use(Function<R, A> work, Cancellation cancellation) {
    use.lock();
    try {
      return work.apply(opened(cancellation));
    } finally {
      use.unlock();
      closeIfOver();
    }
  }

  private R opened(Cancellation cancellation) {
    throwIfUnwanted(cancellation);
    var known = runs;
    if (known != null) {
      return known;
    }
    var opened = part.open(Features.insideOf(loaded));
    boolean kept = false;
    try {
      throwIfUnwanted(cancellation);
      runs = opened;
      kept = true;
      return opened;
    } finally {
      if (!kept) {
        part.close(opened);
      }
    }
  }

  private void throwIfUnwanted(Cancellation cancellation) {
    cancellation.throwIfCancelled();
    if (closed) {
      throw new CancelledException();
    }
  }

  /// Closes the copy for good: now, or when the use in progress is done.
  void close() {
    closed = true;
    closeIfOver();
  }

  private void closeIfOver() {
    if (closed && use.tryLock()) {
      try {
        var open = runs;
        runs = null;
        if (open != null) {
          part.close(open);
        }
      } finally {
        use.unlock();
      }
    }
  }
}
