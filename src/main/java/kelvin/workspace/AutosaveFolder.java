package kelvin.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kelvin.workspace.file.PrivateFiles;

/// Keeps the unsaved work of all windows: one file for each window, with a lock that its process
/// holds. A file without a lock was left behind by a crash.
public final class AutosaveFolder {

  private static final String LOCK = ".lock";
  private static final int MAX_WINDOWS = 100;

  private final Path folder;

  public AutosaveFolder(Path folder) {
    this.folder = folder;
  }

  public Path path() {
    return folder;
  }

  /// The work that crashes left behind, the latest first. Each is locked from now on, so that a
  /// second Kelvin does not offer it too.
  public List<Autosave> leftBehind() throws IOException {
    PrivateFiles.createFolder(folder);
    var left = new ArrayList<Autosave>();
    for (int window = 1; window <= MAX_WINDOWS; window++) {
      if (Files.exists(fileOf(window))) {
        take(window).ifPresent(left::add);
      }
    }
    left.sort(Comparator.comparing(Autosave::time).reversed());
    return left;
  }

  /// Takes a place for a window's work that no other window uses.
  ///
  /// @throws IOException when nothing can be written there
  public Autosave forWindow() throws IOException {
    PrivateFiles.createFolder(folder);
    for (int window = 1; window <= MAX_WINDOWS; window++) {
      if (!Files.exists(fileOf(window))) {
        var taken = take(window);
        if (taken.isPresent()) {
          return taken.get();
        }
      }
    }
    throw new IOException(folder + " holds more than " + MAX_WINDOWS + " windows");
  }

  private Path fileOf(int window) {
    return folder.resolve("window-" + window + SessionFile.ENDING);
  }

  private Optional<Autosave> take(int window) throws IOException {
    var lockFile = folder.resolve("window-" + window + LOCK);
    var channel =
        FileChannel.open(
            lockFile,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PrivateFiles.rightsOfFile(lockFile));
    if (isLocked(channel)) {
      return Optional.of(new Autosave(fileOf(window), channel));
    }
    channel.close();
    return Optional.empty();
  }

  /// Locks the file, unless someone else holds its lock.
  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      // Another window of this process holds the lock.
      return false;
    }
  }
}
