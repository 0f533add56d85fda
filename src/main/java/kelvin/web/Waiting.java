package kelvin.web;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kelvin.inference.Cancellation;

/// Waits for the answer to a request, and notices a cancellation meanwhile.
public final class Waiting {

  private static final long POLL_MILLIS = 50;

  private Waiting() {}

  /// The result of a request that is under way. A request that is given up ends.
  ///
  /// @throws IOException if the request failed
  public static <T> T on(CompletableFuture<T> coming, Cancellation cancellation)
      throws IOException {
    try {
      while (true) {
        cancellation.throwIfCancelled();
        try {
          return coming.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
          // Asks the cancellation again.
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      cancellation.cancel();
      cancellation.throwIfCancelled();
      throw new IOException("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      coming.cancel(true);
    }
  }
}
