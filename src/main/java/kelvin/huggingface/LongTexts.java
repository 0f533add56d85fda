package kelvin.huggingface;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;

/// Computes beside the caller what the library cannot interrupt. A cancelled caller goes on at
/// once; the library ends its work unseen.
final class LongTexts {

  /// Completes when nothing runs that was started so far.
  private CompletableFuture<?> idle = CompletableFuture.completedFuture(true);

  /// Waits for the result of `work`.
  ///
  /// @throws CancelledException as soon as cancelled
  <T> T compute(Supplier<T> work, Cancellation cancellation) {
    var awaited = start(work, cancellation).copy();
    try (var _ =
        cancellation.onCancel(() -> awaited.completeExceptionally(new CancelledException()))) {
      return awaited.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }

  /// Work that was cancelled before it began is never run: it would hold up what came after it.
  private synchronized <T> CompletableFuture<T> start(Supplier<T> work, Cancellation cancellation) {
    var started =
        CompletableFuture.supplyAsync(
            () -> {
              cancellation.throwIfCancelled();
              return work.get();
            });
    idle = CompletableFuture.allOf(idle.handle((_, _) -> true), started);
    return started;
  }

  /// Runs `action` when nothing runs any more, at once if nothing does. It may free what the work
  /// uses.
  synchronized void whenIdle(Runnable action) {
    var _ = idle.whenComplete((_, _) -> action.run());
  }
}
