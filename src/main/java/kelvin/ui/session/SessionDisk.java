package kelvin.ui.session;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import kelvin.ui.session.SessionModels.Folder;
import kelvin.workspace.KnownFile;
import kelvin.workspace.SaveOutcome;
import kelvin.workspace.Session;
import kelvin.workspace.SessionFile;
import kelvin.workspace.file.FileStamp;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.record.RecordedWork;

/// Reads and writes sessions on the disk thread and reports on the FX thread.
public final class SessionDisk {

  private static final Logger LOG = System.getLogger(SessionDisk.class.getName());

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

  /// Work from a file, and the folder of its model.
  ///
  /// @param file the file to save to; empty for a record, which nothing changes
  record Read(Session session, Optional<KnownFile> file, Folder model) {}

  /// Reads a session or a record.
  ///
  /// @param empty the session of an empty window, for what a record does not say
  /// @param opened the folders that models were opened from
  void read(
      Path file,
      Session empty,
      Collection<Path> opened,
      Consumer<Read> onRead,
      Consumer<WorkspaceException> onProblem) {
    answer(
        file,
        () -> {
          var read =
              FileKind.of(file) == FileKind.RECORD
                  ? new Read(RecordedWork.read(file, empty), Optional.empty(), Folder.THERE)
                  : session(file, opened);
          fxThread.execute(() -> onRead.accept(read));
        },
        onProblem);
  }

  private static Read session(Path file, Collection<Path> opened) throws WorkspaceException {
    var read = SessionFile.open(file);
    return new Read(
        read.session(),
        Optional.of(new KnownFile(file, read.stamp())),
        SessionModels.find(read.session(), opened));
  }

  /// Looks for the model of a session that this program kept itself.
  void findModel(Session session, Consumer<Folder> onFound) {
    find(session, SessionModels::findTrusted, onFound);
  }

  /// Looks for the model of a session that the user has agreed to open.
  void findAgreed(Session session, Consumer<Folder> onFound) {
    find(session, SessionModels::findAgreed, onFound);
  }

  private void find(Session session, Function<Session, Folder> where, Consumer<Folder> onFound) {
    disk.execute(
        () -> {
          var found = folderOf(session, where);
          fxThread.execute(() -> onFound.accept(found));
        });
  }

  /// Tells of no model after a defect too, because the window waits for the answer.
  private static Folder folderOf(Session session, Function<Session, Folder> where) {
    try {
      return where.apply(session);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the model of a session was not looked for", e);
      return Folder.MISSING;
    }
  }

  /// Writes a session.
  ///
  /// @param known what the file holds as far as the window knows; empty to replace whatever it
  ///     holds
  void write(
      Path file,
      Session session,
      Optional<FileStamp> known,
      Consumer<SaveOutcome> onOutcome,
      Consumer<String> onProblem) {
    answer(
        file,
        () -> {
          var outcome =
              known.isPresent()
                  ? SessionFile.save(file, session, known.get())
                  : new SaveOutcome.Saved(SessionFile.write(file, session));
          fxThread.execute(() -> onOutcome.accept(outcome));
        },
        e -> onProblem.accept("Not saved: " + e.getMessage()));
  }

  /// Tells of a defect too, because the window waits for the answer before it saves again.
  private void answer(Path file, Task task, Consumer<WorkspaceException> onProblem) {
    run(
        () -> {
          try {
            task.run();
          } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(Level.ERROR, "a session was neither read nor written", e);
            throw unexpected(file, e);
          }
        },
        onProblem);
  }

  private static WorkspaceException unexpected(Path file, Throwable failure) {
    return failure instanceof OutOfMemoryError
        ? new WorkspaceException(
            file, "there is not enough memory for it.", "Close other programs and try again.")
        : new WorkspaceException(
            file,
            "Kelvin has a defect and cannot use it.",
            "Please report this with the file kelvin.log from Kelvin's cache folder.");
  }

  /// Looks at what a file holds now. A file that cannot be read tells nothing.
  void look(Path file, Consumer<Optional<FileStamp>> onSeen) {
    disk.execute(
        () -> {
          var seen = stampOf(file);
          fxThread.execute(() -> onSeen.accept(seen));
        });
  }

  private static Optional<FileStamp> stampOf(Path file) {
    try {
      return Optional.of(FileStamp.of(file));
    } catch (IOException _) {
      return Optional.empty();
    }
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
