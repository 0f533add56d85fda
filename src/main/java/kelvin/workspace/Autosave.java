package kelvin.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Optional;
import kelvin.workspace.file.AsideFile;
import kelvin.workspace.file.FileStamp;
import kelvin.workspace.file.WorkspaceException;

/// Keeps one window's unsaved work on the disk. Used on one thread; holds its lock until it is
/// closed.
public final class Autosave implements AutoCloseable {

  /// The member of the session that names the file that the work belongs to.
  private static final String SAVED_AS = "savedAs";

  /// The member that tells what that file held.
  private static final String DIGEST = "savedAsDigest";

  private final Path file;
  private final FileChannel lock;

  /// Work that was not saved.
  ///
  /// @param savedAs the file that holds an older state of it; empty for work that was never saved
  public record Unsaved(Session session, Optional<KnownFile> savedAs) {}

  Autosave(Path file, FileChannel lock) {
    this.file = file;
    this.lock = lock;
  }

  /// Writes the work, in place of the work that was kept before.
  public void keep(Unsaved work) throws WorkspaceException {
    var members = new HashMap<>(work.session().other());
    work.savedAs()
        .ifPresent(
            known -> {
              members.put(SAVED_AS, known.path().toString());
              members.put(DIGEST, known.stamp().digest());
            });
    SessionFile.write(file, work.session().withOther(members));
  }

  /// @throws WorkspaceException when the file is damaged; it stays as it is
  public Unsaved read() throws WorkspaceException {
    var session = SessionFile.read(file);
    var members = new HashMap<>(session.other());
    var savedAs = members.remove(SAVED_AS);
    // Earlier versions did not keep it.
    var stamp =
        members.remove(DIGEST) instanceof String digest ? new FileStamp(digest) : FileStamp.UNKNOWN;
    return new Unsaved(
        session.withOther(members),
        savedAs instanceof String path
            ? pathOf(path).map(known -> new KnownFile(known, stamp))
            : Optional.empty());
  }

  private static Optional<Path> pathOf(String path) {
    try {
      return Optional.of(Path.of(path));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /// Deletes the kept work, because nothing is unsaved any more.
  public void clear() throws IOException {
    Files.deleteIfExists(file);
  }

  /// Renames the kept work so that it is not offered again. It replaces nothing that was set aside
  /// before.
  ///
  /// @return the new place of the work; empty if there is none
  public Optional<Path> setAside() throws IOException {
    return Files.exists(file)
        ? Optional.of(AsideFile.move(file, "set-aside", SessionFile.ENDING))
        : Optional.empty();
  }

  /// The time when the work was kept; long ago if it is unknown.
  FileTime time() {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException _) {
      return FileTime.fromMillis(0);
    }
  }

  /// Releases the lock. The work stays on the disk, as after a crash, unless it was cleared.
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
