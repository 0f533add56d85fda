package kelvin.window;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/// Runs work on the FX thread and waits for it.
///
/// It waits pulse by pulse, because TestFX's own waiting sleeps for 50 ms each time.
public final class Fx {

  private static final long MAX_SECONDS = 30;

  /// A timer is called before the layout of its pulse, so three calls enclose two whole pulses: one
  /// for what was changed, one for what that changes in turn.
  private static final int CALLS_TO_SETTLE = 3;

  private Fx() {}

  /// Work that has no value.
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  public static void run(Work work) {
    get(
        () -> {
          work.run();
          return true;
        });
  }

  public static <T> T get(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(MAX_SECONDS), work);
  }

  /// Waits until a condition holds that is asked on the FX thread, once in each pulse.
  public static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
    await(condition);
    settle();
  }

  /// Waits until the window has reacted to what happened before.
  public static void settle() {
    var calls = new int[1];
    try {
      await(() -> ++calls[0] == CALLS_TO_SETTLE);
    } catch (TimeoutException e) {
      throw new AssertionError("no pulses", e);
    }
  }

  private static void await(Callable<Boolean> condition) throws TimeoutException {
    var timer = new Asking(condition);
    Platform.runLater(timer::start);
    try {
      // Throws also what went wrong on the FX thread meanwhile.
      WaitForAsyncUtils.waitFor(MAX_SECONDS, TimeUnit.SECONDS, timer.holds);
    } finally {
      Platform.runLater(timer::stop);
    }
  }

  /// Asks for a condition in each pulse until it holds.
  private static final class Asking extends AnimationTimer {

    private final Callable<Boolean> condition;
    private final CompletableFuture<Boolean> holds = new CompletableFuture<>();

    private Asking(Callable<Boolean> condition) {
      this.condition = condition;
    }

    @Override
    public void handle(long now) {
      try {
        if (condition.call()) {
          stop();
          holds.complete(true);
        }
      } catch (Exception | AssertionError e) {
        stop();
        holds.completeExceptionally(e);
      }
    }
  }
}
