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

/// Reads and writes sessions on a thread of their own and answers on the FX thread.
public final class SessionDisk {

  private final Executor disk;
  private final Executor fxThread;

  /// @param disk runs one task after the other
  public SessionDisk(Executor disk, Executor fxThread) {
    this.disk = disk;
    this.fxThread = fxThread;
  }

  /// Something that can fail in a sentence for the user.
  public interface Task {
    void run() throws WorkspaceException;
  }

  /// @param onRead told the session, and whether its model is where it was
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

  /// @param onProblem told on the FX thread
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

  /// Runs on the FX thread when the event under way is over.
  Executor later() {
    return fxThread;
  }
}
