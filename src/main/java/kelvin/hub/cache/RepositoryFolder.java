package kelvin.hub.cache;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import kelvin.hub.Checksum;
import kelvin.hub.RemoteFile;
import kelvin.hub.RepositoryId;

/// The folder of one repository in the hub's cache: `blobs` has the bytes by their checksums,
/// `snapshots` a folder for each commit with links to blobs, and `refs` the commit of each branch.
///
/// Where links are not possible, as for many users of Windows, the file itself lies in the
/// snapshot.
///
/// The layout: https://huggingface.co/docs/huggingface_hub/guides/manage-cache
public final class RepositoryFolder {

  private static final String PART = ".incomplete";

  private final Path folder;
  private final Path locks;
  private final Linker linker;

  /// Makes a link, or fails as the system does.
  public interface Linker {
    void link(Path link, Path target) throws IOException;
  }

  RepositoryFolder(Path cache, RepositoryId id, Linker linker) {
    folder = cache.resolve(id.cacheFolder());
    locks = cache.resolve(".locks").resolve(id.cacheFolder());
    this.linker = linker;
  }

  /// The repository's own folder.
  public Path folder() {
    return folder;
  }

  /// The folder for the locks of its files.
  Path locks() {
    return locks;
  }

  /// The folder of a commit's files.
  public Path snapshot(String commit) {
    return snapshots().resolve(commit);
  }

  Path snapshots() {
    return folder.resolve("snapshots");
  }

  Path refs() {
    return folder.resolve("refs");
  }

  Path blobs() {
    return folder.resolve("blobs");
  }

  /// The whole bytes of a file.
  public Path blob(Checksum checksum) {
    return blobs().resolve(checksum.hex());
  }

  /// The first bytes of a file that is not whole yet. It stays when Kelvin ends.
  public Path part(Checksum checksum) {
    return blobs().resolve(checksum.hex() + PART);
  }

  /// The bytes of all files that are not whole yet. Parts with other names are of tools that do not
  /// go on with them.
  long bytesOfParts() throws IOException {
    long bytes = 0;
    for (var file : HubCache.filesIn(blobs())) {
      var name = file.getFileName().toString();
      if (name.endsWith(PART) && Checksum.isOne(name.substring(0, name.length() - PART.length()))) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  /// Locks a file against other processes, if none has it.
  ///
  /// @throws IOException if the folder for locks cannot be written
  public Optional<FileLocked> tryLock(Checksum checksum) throws IOException {
    Files.createDirectories(locks);
    return FileLocked.tryLock(locks.resolve(checksum.hex() + ".lock"));
  }

  /// The bytes of a file that is there already, by their length; whether they are right is not
  /// looked at.
  public Optional<Path> find(String commit, RemoteFile file) {
    var placed = snapshot(commit).resolve(file.path());
    return isWhole(placed, file)
        ? Optional.of(placed)
        : Optional.of(blob(file.checksum())).filter(blob -> isWhole(blob, file));
  }

  /// The number of bytes of a file that are here: all of a whole one, or those of its part.
  public long bytesHere(String commit, RemoteFile file) {
    return find(commit, file).isPresent()
        ? file.size()
        : Math.min(file.size(), part(file.checksum()).toFile().length());
  }

  private static boolean isWhole(Path path, RemoteFile file) {
    try {
      return Files.isRegularFile(path) && Files.size(path) == file.size();
    } catch (IOException _) {
      return false;
    }
  }

  /// Removes a file with wrong bytes from the snapshot and the blobs.
  public void forget(String commit, RemoteFile file) throws IOException {
    Files.deleteIfExists(snapshot(commit).resolve(file.path()));
    Files.deleteIfExists(blob(file.checksum()));
  }

  /// Puts a blob in its place in a snapshot, as a relative link if the system has links.
  ///
  /// @return the file in the snapshot
  public Path place(String commit, RemoteFile file) throws IOException {
    var placed = snapshot(commit).resolve(file.path());
    var blob = blob(file.checksum());
    if (isWhole(placed, file)) {
      return placed;
    }
    Files.createDirectories(placed.resolveSibling(""));
    Files.deleteIfExists(placed);
    try {
      linker.link(placed, placed.resolveSibling("").relativize(blob));
    } catch (UnsupportedOperationException | FileSystemException _) {
      if (Files.exists(placed, LinkOption.NOFOLLOW_LINKS)) {
        // Another process was faster.
        return placed;
      }
      Files.move(blob, placed, StandardCopyOption.ATOMIC_MOVE);
    }
    return placed;
  }

  /// Notes the commit of a branch or tag.
  public void note(String revision, String commit) throws IOException {
    var ref = refs().resolve(revision);
    if (revision.equals(commit) || !RemoteFile.isSafe(revision)) {
      return;
    }
    Files.createDirectories(ref.resolveSibling(""));
    var aside = ref.resolveSibling(ref.getFileName() + "." + ProcessHandle.current().pid());
    Files.writeString(aside, commit);
    Files.move(aside, ref, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
