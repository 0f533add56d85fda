package kelvin.engine;

import java.util.function.Consumer;
import kelvin.inference.Cancellation;

/// Sliced work that somebody can cancel, from any thread. A failure after that is not told.
public abstract class CancellableWork implements SlicedWork {

  private final Cancellation cancellation = new Cancellation();
  private final Consumer<String> onFailed;

  /// @param onFailed receives a sentence for the user
  protected CancellableWork(Consumer<String> onFailed) {
    this.onFailed = onFailed;
  }

  /// Cancels the work. Nothing is told after this, except by a call that is already in progress.
  public final void cancel() {
    cancellation.cancel();
  }

  /// The cancellation of this work, for what it calls.
  protected final Cancellation cancellation() {
    return cancellation;
  }

  @Override
  public final boolean isCancelled() {
    return cancellation.isCancelled();
  }

  @Override
  public final void fail(String reason) {
    if (!isCancelled()) {
      onFailed.accept(reason);
    }
  }
}
