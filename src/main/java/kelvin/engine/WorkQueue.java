package kelvin.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import kelvin.inference.BatchRuns;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;
import org.jspecify.annotations.Nullable;

/// Queues work that shares the inference thread with requests, slice by slice.
///
/// Work that waits for idle comes last, and makes room for other work at once.
///
/// After each slice the work goes to the end of the thread's queue, so requests that arrived
/// meanwhile are answered first. Work that was added last runs first: a short question during a
/// long sweep waits for one slice and not for the whole sweep.
final class WorkQueue {

  /// The time without requests after which a user counts as idle.
  static final Duration IDLE = Duration.ofMillis(700);

  private final Executor inferenceThread;

  /// Guarded by this.
  private final Deque<SlicedWork> waiting = new ArrayDeque<>();

  /// Guarded by this.
  private Cancellation pause = new Cancellation();

  /// The work whose slice runs now. Guarded by this.
  private @Nullable SlicedWork running;

  /// The number of tasks that will run a slice: queued on the thread, or waiting for idle. Guarded
  /// by this.
  private int tasks;

  /// The time of the last request. Guarded by this.
  private long pausedAt;

  private final long idleNanos;

  WorkQueue(Executor inferenceThread, Duration idle) {
    this.inferenceThread = inferenceThread;
    idleNanos = idle.toNanos();
    pausedAt = System.nanoTime() - idleNanos;
  }

  /// @param slice runs one slice on the inference thread by calling `runSlice`
  synchronized void begin(SlicedWork work, Runnable slice) {
    if (work.waitsForIdle()) {
      waiting.addLast(work);
    } else {
      waiting.addFirst(work);
      pauseIdleWork();
    }
    tasks++;
    inferenceThread.execute(slice);
  }

  /// Asks a running slice of work that waits for idle to free the thread for other work.
  synchronized void pauseIdleWork() {
    if (running != null && running.waitsForIdle()) {
      pause();
    }
  }

  /// Asks the running slice to free the thread for something more urgent.
  synchronized void pause() {
    pause.cancel();
    pausedAt = System.nanoTime();
  }

  /// Runs one slice of the work that was added last. Each unfinished work has one such task, in
  /// the thread's queue or waiting for idle.
  ///
  /// @param again queued again if the work is not done
  void runSlice(@Nullable LoadedModel model, Runnable again) {
    SlicedWork work;
    Cancellation stop;
    long wait;
    synchronized (this) {
      tasks--;
      waiting.removeIf(SlicedWork::isCancelled);
      if (tasks >= waiting.size()) {
        // The work of this task was cancelled. More tasks than work would run before a request.
        releaseIfIdle(model);
        return;
      }
      work = waiting.getFirst();
      wait = model != null && work.waitsForIdle() ? pausedAt + idleNanos - System.nanoTime() : 0;
      pause = new Cancellation();
      stop = pause;
      running = wait > 0 ? null : work;
      if (wait > 0) {
        tasks++;
      }
    }
    if (wait > 0) {
      CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS)
          .execute(() -> endWait(work, again));
      return;
    }
    if (model == null) {
      work.fail("No model is open to run this on.");
    } else if (!isDone(work, model, stop)) {
      continueWork(work, again);
      return;
    }
    synchronized (this) {
      running = null;
      waiting.remove(work);
      releaseIfIdle(model);
    }
  }

  /// Frees the memory of batches when no work is left that may run some, also after a cancel.
  private void releaseIfIdle(@Nullable LoadedModel model) {
    if (model != null && waiting.isEmpty()) {
      model.model().batchRuns().ifPresent(BatchRuns::release);
    }
  }

  /// Continues a work unless it was removed meanwhile; then its thread may not accept tasks any
  /// more.
  private synchronized void continueWork(SlicedWork work, Runnable again) {
    running = null;
    if (waiting.contains(work)) {
      tasks++;
      inferenceThread.execute(again);
    }
  }

  /// Does the same after a wait, on another thread: a slice of other work may be running.
  private synchronized void endWait(SlicedWork work, Runnable again) {
    if (waiting.contains(work)) {
      inferenceThread.execute(again);
    } else {
      tasks--;
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

  /// Removes and returns all work, because its model closes. Stops the slice that runs.
  synchronized List<SlicedWork> takeAll() {
    pause.cancel();
    var all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }
}
