package kelvin.ui.session;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import kelvin.workspace.ModelReference;
import kelvin.workspace.Session;
import kelvin.workspace.SessionFile;
import kelvin.workspace.file.WorkspaceException;

/// Reads and writes sessions on the disk thread and reports on the FX thread.
public final class SessionDisk {

  private final Executor disk;
  private final Executor fxThread;

  /// @param disk runs one task at a time
  public SessionDisk(Executor disk, Executor fxThread) {
    this.disk = disk;
    this.fxThread = fxThread;
  }

  /// A task that can fail with a sentence for the user.
  public interface Task {
    void run() throws WorkspaceException;
  }

  /// @param onRead gets the session and whether its model is still in its folder
  void read(Path file, BiConsumer<Session, Boolean> onRead, Consumer<String> onProblem) {
    run(
        () -> {
          var session = SessionFile.read(file);
          boolean modelIsThere = session.model().map(SessionDisk::isThere).orElse(false);
          fxThread.execute(() -> onRead.accept(session, modelIsThere));
        },
        e -> onProblem.accept("Not opened: " + e.getMessage()));
  }

  private static boolean isThere(ModelReference model) {
    try {
      return Files.isDirectory(Path.of(model.folder()));
    } catch (InvalidPathException _) {
      return false;
    }
  }

  void write(Path file, Session session, Runnable onWritten, Consumer<String> onProblem) {
    run(
        () -> {
          SessionFile.write(file, session);
          fxThread.execute(onWritten);
        },
        e -> onProblem.accept("Not saved: " + e.getMessage()));
  }

  /// @param onProblem called on the FX thread
  public void run(Task task, Consumer<WorkspaceException> onProblem) {
    disk.execute(
        () -> {
          try {
            task.run();
          } catch (WorkspaceException e) {
            fxThread.execute(() -> onProblem.accept(e));
          }
        });
  }

  /// Runs tasks on the FX thread after the current event.
  Executor later() {
    return fxThread;
  }
}
