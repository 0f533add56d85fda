package kelvin.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;
import org.jspecify.annotations.Nullable;

/// Works that share the inference thread with the requests, slice by slice.
///
/// After each slice the work goes to the end of the thread's queue, so what was asked meanwhile
/// is answered first. What was begun last goes on first: a question asked during a long sweep
/// waits for one slice and not for the sweep.
final class WorkQueue {

  private final Executor inferenceThread;

  /// Guarded by this.
  private final Deque<SlicedWork> waiting = new ArrayDeque<>();

  /// Guarded by this.
  private Cancellation pause = new Cancellation();

  WorkQueue(Executor inferenceThread) {
    this.inferenceThread = inferenceThread;
  }

  /// @param slice does one slice on the inference thread, by `runSlice`
  synchronized void begin(SlicedWork work, Runnable slice) {
    waiting.addFirst(work);
    inferenceThread.execute(slice);
  }

  /// Asks the slice that runs to leave the thread to something more urgent.
  synchronized void pause() {
    pause.cancel();
  }

  /// One slice of the work begun last; each unfinished work has one such task in the thread's
  /// queue.
  ///
  /// @param again queued while that work is not done
  void runSlice(@Nullable LoadedModel model, Runnable again) {
    SlicedWork work;
    Cancellation stop;
    synchronized (this) {
      waiting.removeIf(SlicedWork::isCancelled);
      work = waiting.peekFirst();
      pause = new Cancellation();
      stop = pause;
    }
    if (work == null) {
      return;
    }
    if (model == null) {
      work.fail("No model is open to run this on.");
    } else if (!isDone(work, model, stop)) {
      goOn(work, again);
      return;
    }
    synchronized (this) {
      waiting.remove(work);
    }
  }

  /// A work that was taken out meanwhile does not go on: its thread may take no more tasks.
  private synchronized void goOn(SlicedWork work, Runnable again) {
    if (waiting.contains(work)) {
      inferenceThread.execute(again);
    }
  }

  private static boolean isDone(SlicedWork work, LoadedModel model, Cancellation stop) {
    try {
      return !work.runSlice(model, stop);
    } catch (CancelledException _) {
      return work.isCancelled();
    } catch (RuntimeException | OutOfMemoryError e) {
      work.fail(FailureSentence.of(e));
      return true;
    }
  }

  /// Takes all works out: the model that they ran on goes.
  synchronized List<SlicedWork> takeAll() {
    var all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }
}
