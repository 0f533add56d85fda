package kelvin.window;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/// Runs work on the FX thread and waits for it.
public final class Fx {

  private static final long MAX_SECONDS = 30;

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

  /// Waits until a condition holds that is asked on the FX thread.
  public static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(MAX_SECONDS, TimeUnit.SECONDS, () -> get(condition));
    settle();
  }

  /// Waits until the window has reacted to what happened before.
  public static void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }
}
