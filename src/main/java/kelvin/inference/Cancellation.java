package kelvin.inference;

import java.util.ArrayList;
import java.util.List;

/// Signals a running forward pass that its result is no longer needed.
///
/// Native code ignores thread interrupts, so adapters register hooks that run on cancellation. A
/// hook never runs after its registration is closed, because the memory it uses may then be
/// freed.
public final class Cancellation {

  private final List<Runnable> hooks = new ArrayList<>();
  private boolean cancelled;
  private boolean noticed;

  public synchronized void cancel() {
    if (!cancelled) {
      cancelled = true;
      hooks.forEach(Runnable::run);
    }
  }

  /// True if cancelled. Who asks knows it from then on.
  public synchronized boolean isCancelled() {
    noticed |= cancelled;
    return cancelled;
  }

  /// True if the work has asked since it was cancelled, so that it is about to end.
  public synchronized boolean isNoticed() {
    return noticed;
  }

  /// @throws CancelledException if cancelled
  public void throwIfCancelled() {
    if (isCancelled()) {
      throw new CancelledException();
    }
  }

  /// Runs `hook` on cancellation, or at once if already cancelled, until the registration is
  /// closed.
  public synchronized Registration onCancel(Runnable hook) {
    hooks.add(hook);
    if (cancelled) {
      hook.run();
    }
    return () -> remove(hook);
  }

  private synchronized void remove(Runnable hook) {
    hooks.remove(hook);
  }

  /// Removes the hook when closed.
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
