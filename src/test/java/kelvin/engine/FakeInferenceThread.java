package kelvin.engine;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/// An inference thread for tests: queues tasks until the test runs them on its own thread.
public final class FakeInferenceThread implements Executor {

  private final Queue<Runnable> tasks = new ArrayDeque<>();

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  /// Runs the next queued task, without those that it queues.
  public void runNext() {
    tasks.remove().run();
  }

  /// Runs all queued tasks, including those that they queue.
  public void runAll() {
    for (var task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }
}
