package kelvin.inference;

import java.util.ArrayList;
import java.util.List;

/// Tells a running forward pass that nobody wants its result any more.
///
/// Native code ignores thread interrupts, so the signal carries hooks that adapters set. A hook
/// never runs after its registration was closed: what it touches may then be freed.
public final class Cancellation {

  private final List<Runnable> hooks = new ArrayList<>();
  private boolean cancelled;

  public synchronized void cancel() {
    if (!cancelled) {
      cancelled = true;
      hooks.forEach(Runnable::run);
    }
  }

  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /// @throws CancelledException when it is
  public void throwIfCancelled() {
    if (isCancelled()) {
      throw new CancelledException();
    }
  }

  /// Runs `hook` on cancellation, at once if that already happened, until the registration closes.
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

  /// Ends a hook's life.
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
