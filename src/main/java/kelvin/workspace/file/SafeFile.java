package kelvin.workspace.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Set;
import kelvin.text.Reason;

/// Replaces a file's content so that a complete file exists at every moment: it writes a temporary
/// file in the same folder, forces it to the disk and renames it.
///
/// A killed process leaves its temporary file behind; the next save removes it.
public final class SafeFile {

  private static final String PART = ".part";

  private final Opener opener;

  /// Receives the bytes.
  interface Sink extends Closeable {

    void write(ByteBuffer bytes) throws IOException;

    /// Returns when the bytes are on the disk.
    void force() throws IOException;
  }

  /// Creates a new file.
  interface Opener {
    Sink open(Path file) throws IOException;
  }

  public SafeFile() {
    this(SafeFile::channel);
  }

  public SafeFile(Opener opener) {
    this.opener = opener;
  }

  /// @throws WorkspaceException when it cannot be written; the old content stays
  public void replace(Path file, byte[] content) throws WorkspaceException {
    try {
      // A link stays a link; its target is replaced.
      var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      check(target);
      removeLeftovers(target);
      var part = target.resolveSibling(prefix(target) + ProcessHandle.current().pid() + PART);
      try {
        write(part, content);
        keepRights(target, part);
        Files.move(
            part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(target);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (NoSuchFileException e) {
      throw problem(file, "its folder does not exist.", "Choose another folder.", e);
    } catch (AccessDeniedException e) {
      throw problem(file, "nothing may be written there.", "Choose another folder.", e);
    } catch (IOException e) {
      throw problem(
          file, "writing it fails: " + Reason.of(e) + ".", "Make room or choose another disk.", e);
    }
  }

  private static WorkspaceException problem(
      Path file, String reason, String remedy, IOException cause) {
    return new WorkspaceException(file, reason, remedy, cause);
  }

  /// Checks that the target may be written. A rename alone does not need that right.
  private static void check(Path target) throws IOException, WorkspaceException {
    if (Files.isDirectory(target)) {
      throw new WorkspaceException(target, "it is a folder.", "Choose another name.");
    }
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new AccessDeniedException(target.toString());
    }
  }

  private void write(Path part, byte[] content) throws IOException {
    try (var sink = opener.open(part)) {
      sink.write(ByteBuffer.wrap(content));
      sink.force();
    }
  }

  private static Sink channel(Path file) throws IOException {
    var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    return new Sink() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }

      @Override
      public void force() throws IOException {
        channel.force(true);
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  private static void keepRights(Path target, Path part) throws IOException {
    var old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    if (old != null && Files.exists(target)) {
      Files.setPosixFilePermissions(part, old.readAttributes().permissions());
    }
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

  private static void removeLeftovers(Path target) {
    try (var siblings = Files.newDirectoryStream(folderOf(target), SafeFile::isHidden)) {
      for (var sibling : siblings) {
        if (isLeftover(target, sibling)) {
          Files.deleteIfExists(sibling);
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      // The files take space but do no harm. A folder that cannot be listed may still be writable.
    }
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  /// Whether a file was left behind by a dead process. A live process may be saving right now.
  private static boolean isLeftover(Path target, Path file) {
    var name = file.getFileName().toString();
    if (!name.startsWith(prefix(target)) || !name.endsWith(PART)) {
      return false;
    }
    var process = name.substring(prefix(target).length(), name.length() - PART.length());
    return process.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(process)).isEmpty();
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + ".";
  }

  private static Path folderOf(Path target) {
    return target.resolveSibling("").toAbsolutePath();
  }
}
