package kelvin.hub;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kelvin.inference.Cancellation;

/// Waits between tries, longer each time or as long as the hub asks, and gives up at last.
///
/// @param limit the number of tries in a row that may bring nothing
/// @param firstWait before the second try; each later wait is twice as long
/// @param longestWait the longest wait; a hub that asks for more gets no further try
public record Retries(int limit, Duration firstWait, Duration longestWait) {

  private static final Duration SHORT = Duration.ofSeconds(10);

  /// Five tries within a minute, as the hub's own client does, and a wait of up to five minutes if
  /// the hub asks for one.
  public static final Retries USUAL = new Retries(5, Duration.ofSeconds(1), Duration.ofMinutes(5));

  /// The same for people who wait for an answer: a hub that asks for more than a few seconds gets
  /// no further try, and the user is told.
  public Retries shortly() {
    return new Retries(limit, firstWait, longestWait.compareTo(SHORT) < 0 ? longestWait : SHORT);
  }

  /// A step that may fail.
  public interface Step<T> {
    T run() throws HubException;
  }

  /// Runs a step until it succeeds.
  ///
  /// @throws HubException the last failure
  public <T> T call(Step<T> step, Cancellation cancellation) throws HubException {
    for (int failures = 1; ; failures++) {
      try {
        return step.run();
      } catch (HubException e) {
        await(e, failures, cancellation, _ -> {});
      }
    }
  }

  /// Waits before the next try.
  ///
  /// @param failures how many tries in a row brought nothing, from 1
  /// @param onWait told how long the wait is
  /// @throws HubException the failure, if there is to be no further try
  public void await(
      HubException failure, int failures, Cancellation cancellation, Consumer<Duration> onWait)
      throws HubException {
    var usual = firstWait.multipliedBy(1L << Math.min(failures - 1, 20));
    var wait = failure.asksToWait().orElse(usual.compareTo(longestWait) < 0 ? usual : longestWait);
    if (failure.kind() != HubException.Kind.PASSING
        || failures >= limit
        || wait.compareTo(longestWait) > 0) {
      throw failure;
    }
    onWait.accept(wait);
    sleep(wait, cancellation);
  }

  /// Waits, and ends early with a `CancelledException`.
  public static void sleep(Duration wait, Cancellation cancellation) {
    var cancelled = new CountDownLatch(1);
    try (var _ = cancellation.onCancel(cancelled::countDown)) {
      var _ = cancelled.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      cancellation.cancel();
    }
    cancellation.throwIfCancelled();
  }
}
