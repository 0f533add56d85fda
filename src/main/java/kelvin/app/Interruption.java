package kelvin.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kelvin.cli.environment.ExitCode;
import kelvin.inference.Cancellation;

/// Lets Ctrl-C end a command in order: the command is asked to stop, and can write its last output
/// before the process ends.
final class Interruption implements AutoCloseable {

  /// The longest wait for the command. A forward pass of a large model stops within one operator.
  private static final int MAX_SECONDS = 5;

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
      // The process ends either way.
      var _ = done.await(MAX_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    // Replaces the JDK's own exit code for an interrupted process, which says less.
    Runtime.getRuntime().halt(ExitCode.CANCELLED);
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The hook is already ending the process.
    }
  }
}
