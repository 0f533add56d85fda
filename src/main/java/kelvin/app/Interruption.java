package kelvin.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import kelvin.app.system.ProcessEnd;
import kelvin.cli.environment.ExitCode;
import kelvin.inference.Cancellation;

/// Lets Ctrl-C end a command in order: the command is asked to stop, and can write its last output
/// before the process ends. A command that does not notice, because native code runs, is ended.
final class Interruption implements AutoCloseable {

  /// The time in which a command notices that it is asked to stop. It should be over within 200 ms,
  /// and the system takes up to 120 ms to free the memory of a large process. A forward pass of a
  /// large model stops within one operator. Opening a model and a tokenizer cannot be stopped.
  static final int NOTICE_MILLISECONDS = 60;

  /// The longest wait for the last output of a command that has noticed.
  static final int OUTPUT_MILLISECONDS = 5000;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  /// @param cancellation of the command that runs until `close()`
  Interruption(Cancellation cancellation) {
    hook = Thread.ofPlatform().name("kelvin-interrupt").unstarted(() -> interrupt(cancellation));
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException _) {
      // Ctrl+C came before the command began, and the process is ending.
      cancellation.cancel();
    }
  }

  private void interrupt(Cancellation cancellation) {
    cancellation.cancel();
    await(cancellation, this::isDoneWithin);
    // Replaces the JDK's own exit code for an interrupted process, which says less.
    ProcessEnd.now(ExitCode.CANCELLED);
  }

  /// Waits for a cancelled command. The process ends either way.
  ///
  /// @param isDoneWithin waits this many milliseconds and tells whether the command has ended
  static void await(Cancellation cancellation, IntPredicate isDoneWithin) {
    if (!isDoneWithin.test(NOTICE_MILLISECONDS) && cancellation.isNoticed()) {
      var _ = isDoneWithin.test(OUTPUT_MILLISECONDS);
    }
  }

  private boolean isDoneWithin(int milliseconds) {
    try {
      return done.await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The hook or the system is already ending the process.
    }
  }
}
