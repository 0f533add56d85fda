package kelvin.ui.figure;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.text.Reason;

/// Makes figures and files in the background. Says why one cannot be made, and offers to cancel one
/// that takes long.
public final class ExportWork {

  /// The time after which an export counts as long, in milliseconds. Shorter ones show nothing,
  /// because a line that comes and goes at once would only move the window.
  private static final int LONG = 500;

  private final Executor background;
  private final Executor fxThread;
  private final Executor later;
  private final Listener listener;

  /// Gets what happens to exports, on the FX thread.
  public interface Listener {

    /// An export takes long.
    ///
    /// @param sentence names it for the user
    /// @param cancel gives it up; call it on any thread
    /// @return takes the sentence away once the export has ended
    Runnable takesLong(String sentence, Runnable cancel);

    /// An export failed.
    ///
    /// @param sentence what failed and why
    void failed(String sentence);
  }

  /// The slow part of an export.
  public interface Job {

    /// @param maker makes figures and files until the export is cancelled
    /// @return what to do on the FX thread if the export is not cancelled by then
    /// @throws FigureSizeException when the figure does not fit its size
    Runnable run(FigureMaker maker) throws IOException;
  }

  /// @param background makes figures and writes files
  public ExportWork(Executor background, Executor fxThread, Listener listener) {
    this(
        background,
        fxThread,
        CompletableFuture.delayedExecutor(LONG, TimeUnit.MILLISECONDS, fxThread),
        listener);
  }

  /// @param later runs a task on the FX thread once an export would count as long
  ExportWork(Executor background, Executor fxThread, Executor later, Listener listener) {
    this.background = background;
    this.fxThread = fxThread;
    this.later = later;
    this.listener = listener;
  }

  /// Runs a job in the background.
  ///
  /// @param doing the work as the beginning of a sentence, such as `Saving a.png`
  /// @param failed the beginning of the sentence about a failure, such as `Not saved: `
  public void run(String doing, String failed, Job job) {
    var running = new Running(doing);
    later.execute(running::tell);
    background.execute(
        () -> {
          try {
            var done = job.run(new FigureMaker(fxThread, running.cancellation));
            fxThread.execute(() -> running.end(done));
          } catch (CancelledException | CancellationException _) {
            fxThread.execute(() -> running.end(() -> {}));
          } catch (FigureSizeException e) {
            fail(running, failed + e.getMessage() + ".");
          } catch (IOException e) {
            fail(running, failed + Reason.of(e) + ".");
          }
        });
  }

  private void fail(Running running, String sentence) {
    fxThread.execute(() -> running.end(() -> listener.failed(sentence)));
  }

  /// An export that is being made; used on the FX thread.
  private final class Running {

    private final Cancellation cancellation = new Cancellation();
    private final String doing;
    private boolean ended;
    private Runnable untell = () -> {};

    Running(String doing) {
      this.doing = doing;
    }

    void tell() {
      if (!ended) {
        untell = listener.takesLong(doing + " …", cancellation::cancel);
      }
    }

    void end(Runnable done) {
      ended = true;
      untell.run();
      if (!cancellation.isCancelled()) {
        done.run();
      }
    }
  }
}
