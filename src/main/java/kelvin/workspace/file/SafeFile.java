package kelvin.workspace.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import kelvin.text.Reason;

/// Replaces a file's content so that a complete file exists at every moment: it writes a temporary
/// file in the same folder, forces it to the disk and renames it.
///
/// A new file is readable by its user alone; one that exists keeps its rights. A link stays a link,
/// and the file that it leads to is replaced, or made if it is gone, because the user chose to keep
/// it elsewhere. A link that somebody else made is refused, because it may lead to any file of the
/// user.
/// A killed process leaves its temporary file behind; the next save removes it.
public final class SafeFile {

  /// Links that lead in a circle have no end.
  private static final int MAX_LINKS = 40;

  private final Opener opener;
  private final Optional<String> user;

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
    this(opener, ProcessHandle.current().info().user());
  }

  /// @param user the name of who saves; empty if the system does not tell
  SafeFile(Opener opener, Optional<String> user) {
    this.opener = opener;
    this.user = user;
  }

  /// The content of a file that is too large for the memory.
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// @throws WorkspaceException when it cannot be written; the old content stays
  public void replace(Path file, byte[] content) throws WorkspaceException {
    replace(file, out -> out.write(content));
  }

  /// Writes the content as it is made. The old content stays until all of it is on the disk, also
  /// if making it fails.
  ///
  /// @throws WorkspaceException when it cannot be written; the old content stays
  public void replace(Path file, Content content) throws WorkspaceException {
    replace(file, content, _ -> Optional.empty());
  }

  /// Replaces the content unless the file holds something else than is known. It looks at the last
  /// moment, when the new content is on the disk and only the renaming is left.
  ///
  /// @return what the file holds now if it was left as it is; empty if it was replaced
  /// @throws WorkspaceException when it cannot be written; the old content stays
  public Optional<FileStamp> replaceKnown(Path file, byte[] content, FileStamp known)
      throws WorkspaceException {
    return replace(
        file,
        out -> out.write(content),
        target -> {
          var now = FileStamp.of(target);
          // Another window may have saved the very same.
          boolean isLost = known.isOutdatedBy(now) && !now.equals(FileStamp.of(content));
          return isLost ? Optional.of(now) : Optional.empty();
        });
  }

  /// Finds a reason not to replace a file.
  interface Guard {
    Optional<FileStamp> objection(Path target) throws IOException;
  }

  private Optional<FileStamp> replace(Path file, Content content, Guard guard)
      throws WorkspaceException {
    return guarded(
        file,
        () -> {
          try (var open = begin(file, targetOf(file))) {
            content.writeTo(open.stream());
            return open.end(guard);
          }
        });
  }

  /// Begins to replace a file by content that is made little by little. Nothing changes until
  /// `commit`, and nothing at all if that is never called.
  ///
  /// @throws WorkspaceException when it cannot be written
  public Replacement begin(Path file) throws WorkspaceException {
    return guarded(file, () -> begin(file, targetOf(file)));
  }

  private Replacement begin(Path file, Path target) throws IOException, WorkspaceException {
    check(target);
    PartFile.removeLeftovers(target);
    var part = PartFile.beside(target);
    try {
      return new Replacement(file, target, part, opener.open(part));
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  /// Something that writes.
  public interface Writing<T> {
    T run() throws IOException, WorkspaceException;
  }

  /// Turns what can go wrong into sentences that name the file.
  public static <T> T guarded(Path file, Writing<T> writing) throws WorkspaceException {
    try {
      return writing.run();
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

  /// The file to replace: behind the links, even if there is no such file yet.
  private Path targetOf(Path file) throws IOException, WorkspaceException {
    var target = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MAX_LINKS) {
        throw new WorkspaceException(
            file, "it is a link that leads to no file.", "Choose another name.");
      }
      checkLink(target);
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return Files.exists(target) ? target.toRealPath() : target;
  }

  /// Checks that nobody else decides where this user's work goes.
  private void checkLink(Path link) throws IOException, WorkspaceException {
    if (user.isEmpty() || !PrivateFiles.knowsRights(link)) {
      return;
    }
    var maker = Files.getOwner(link, LinkOption.NOFOLLOW_LINKS);
    if (!maker.getName().equals(user.get())) {
      throw new WorkspaceException(
          link,
          "it is a link to " + Files.readSymbolicLink(link) + " that " + maker + " made.",
          "Choose another name.");
    }
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

  private static Sink channel(Path file) throws IOException {
    var channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PrivateFiles.rightsOfFile(file));
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
}
