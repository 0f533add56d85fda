package kelvin.ui.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers questions off the FX thread, always the latest one. While one question is being
/// answered, newer ones replace each other.
public final class LatestInBackground<Q, A> {

  private final AtomicReference<@Nullable Q> pending = new AtomicReference<>();
  private final Executor background;
  private final Function<Q, A> work;
  private final LatestOnFxThread<A> results;

  /// @param background runs one task at a time, not on the FX thread
  /// @param fxThread runs `target`
  public LatestInBackground(
      Executor background, Executor fxThread, Function<Q, A> work, Consumer<A> target) {
    this.background = background;
    this.work = work;
    results = new LatestOnFxThread<>(fxThread, target);
  }

  /// Asks in the place of a question that waits. After the background has ended, a question is
  /// dropped: the window is closing, and nobody looks at the answer.
  public void ask(Q question) {
    if (pending.getAndSet(question) == null) {
      try {
        background.execute(this::answer);
      } catch (RejectedExecutionException _) {
        pending.set(null);
      }
    }
  }

  private void answer() {
    var question = pending.getAndSet(null);
    if (question != null) {
      results.accept(work.apply(question));
    }
  }
}
