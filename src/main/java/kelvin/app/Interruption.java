package kelvin.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kelvin.cli.ExitCode;
import kelvin.inference.Cancellation;

/// Lets Ctrl-C end a command in order: it is asked to stop, and what it still has to say is said
/// before the process ends.
final class Interruption implements AutoCloseable {

  /// A forward pass of a large model stops within one operator; nobody waits longer than this.
  private static final int MOST_SECONDS = 5;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  /// @param cancellation of the command that runs until `close()`
  Interruption(Cancellation cancellation) {
    hook = Thread.ofPlatform().name("kelvin-interrupt").unstarted(() -> interrupt(cancellation));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void interrupt(Cancellation cancellation) {
    cancellation.cancel();
    try {
      // Either way the end is the same.
      var _ = done.await(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    // The JDK's own code for an interrupted process says less.
    Runtime.getRuntime().halt(ExitCode.CANCELLED);
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is ending already, by the hook.
    }
  }
}
