package kelvin.ui.session;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/// A disk thread for tests: runs tasks at once, or keeps them while the disk is held, as a folder
/// in a slow network does.
final class FakeDisk implements Executor {

  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private boolean held;

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (!held) {
      release();
    }
  }

  void hold() {
    held = true;
  }

  /// Runs what was kept, and later tasks at once.
  void release() {
    held = false;
    for (var task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }
}
