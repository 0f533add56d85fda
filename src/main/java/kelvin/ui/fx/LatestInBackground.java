package kelvin.ui.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers questions beside the FX thread, the latest first and only: while one is worked on, those
/// that come in replace each other.
public final class LatestInBackground<Q, A> {

  private final AtomicReference<@Nullable Q> pending = new AtomicReference<>();
  private final Executor background;
  private final Function<Q, A> work;
  private final LatestOnFxThread<A> door;

  /// @param background one task at a time, not the FX thread
  /// @param fxThread where `target` is called
  public LatestInBackground(
      Executor background, Executor fxThread, Function<Q, A> work, Consumer<A> target) {
    this.background = background;
    this.work = work;
    door = new LatestOnFxThread<>(fxThread, target);
  }

  public void ask(Q question) {
    if (pending.getAndSet(question) == null) {
      background.execute(this::answer);
    }
  }

  private void answer() {
    var question = pending.getAndSet(null);
    if (question != null) {
      door.accept(work.apply(question));
    }
  }
}
