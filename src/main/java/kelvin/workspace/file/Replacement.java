package kelvin.workspace.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// A file that is being replaced: the new content goes into a temporary file beside it, which takes
/// its place at the end. Closing it before that leaves everything as it was.
public final class Replacement implements AutoCloseable {

  private final Path file;
  private final Path target;
  private final Path part;
  private final SafeFile.Sink sink;

  /// @param file as the user named it
  /// @param target behind the links
  /// @param sink writes to the temporary file
  Replacement(Path file, Path target, Path part, SafeFile.Sink sink) {
    this.file = file;
    this.target = target;
    this.part = part;
    this.sink = sink;
  }

  /// The new content. It need not be closed.
  public OutputStream stream() {
    return new SinkStream(sink);
  }

  /// Puts the new content in place once it is on the disk.
  ///
  /// @throws WorkspaceException when it cannot be written; the old content stays
  public void commit() throws WorkspaceException {
    SafeFile.guarded(file, () -> end(_ -> Optional.empty()));
  }

  /// @return the objection if the file was left as it is; empty if it was replaced
  Optional<FileStamp> end(SafeFile.Guard guard) throws IOException {
    sink.force();
    sink.close();
    keepRights(target, part);
    var objection = guard.objection(target);
    if (objection.isEmpty()) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      forceFolder(target);
    }
    return objection;
  }

  /// Removes what was written, unless it is in place.
  @Override
  public void close() throws IOException {
    try {
      sink.close();
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// Leads to a sink, which who opened it closes.
  private static final class SinkStream extends OutputStream {

    private final SafeFile.Sink sink;

    SinkStream(SafeFile.Sink sink) {
      this.sink = sink;
    }

    @Override
    public void write(int oneByte) throws IOException {
      sink.write(ByteBuffer.wrap(new byte[] {(byte) oneByte}));
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      sink.write(ByteBuffer.wrap(bytes, from, count));
    }
  }

  /// Gives the new file the group and the rights of the old one. If the group cannot be kept, the
  /// rights of the group are not given to another one.
  private static void keepRights(Path target, Path part) throws IOException {
    var now = Files.getFileAttributeView(part, PosixFileAttributeView.class);
    if (now == null || !Files.exists(target)) {
      return;
    }
    var old = Files.readAttributes(target, PosixFileAttributes.class);
    var rights = EnumSet.copyOf(old.permissions());
    if (!now.readAttributes().group().equals(old.group())) {
      try {
        now.setGroup(old.group());
      } catch (IOException _) {
        rights.removeAll(PosixFilePermissions.fromString("---rwx---"));
      }
    }
    now.setPermissions(rights);
  }

  /// Forces the folder to the disk; without this, a power cut could lose the new name. Windows
  /// cannot open folders and does not need this.
  private static void forceFolder(Path target) {
    try (var folder = FileChannel.open(folderOf(target), Set.of(StandardOpenOption.READ))) {
      folder.force(true);
    } catch (IOException _) {
      // The file is complete and in place; only a power cut in the next seconds can undo the
      // rename.
    }
  }

  private static Path folderOf(Path target) {
    return target.resolveSibling("").toAbsolutePath();
  }
}
