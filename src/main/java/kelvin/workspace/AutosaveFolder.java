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

/// Where unsaved work is kept while it is open: one file for each window, with a lock that its
/// process holds. A file that nobody locks is what a crash left behind.
public final class AutosaveFolder {

  private static final String LOCK = ".lock";
  private static final int MOST_WINDOWS = 100;

  private final Path folder;

  public AutosaveFolder(Path folder) {
    this.folder = folder;
  }

  public Path path() {
    return folder;
  }

  /// What a crash left behind, the latest first, each locked from now on: a second Kelvin does not
  /// offer it, too.
  public List<Autosave> leftBehind() throws IOException {
    Files.createDirectories(folder);
    var left = new ArrayList<Autosave>();
    for (int window = 1; window <= MOST_WINDOWS; window++) {
      if (Files.exists(fileOf(window))) {
        take(window).ifPresent(left::add);
      }
    }
    left.sort(Comparator.comparing(Autosave::time).reversed());
    return left;
  }

  /// A place for a window's work that no other window uses.
  ///
  /// @throws IOException when nothing can be written there
  public Autosave forWindow() throws IOException {
    Files.createDirectories(folder);
    for (int window = 1; window <= MOST_WINDOWS; window++) {
      if (!Files.exists(fileOf(window))) {
        var taken = take(window);
        if (taken.isPresent()) {
          return taken.get();
        }
      }
    }
    throw new IOException(folder + " holds more than " + MOST_WINDOWS + " windows");
  }

  private Path fileOf(int window) {
    return folder.resolve("window-" + window + SessionFile.ENDING);
  }

  private Optional<Autosave> take(int window) throws IOException {
    var lockFile = folder.resolve("window-" + window + LOCK);
    var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isLocked(channel)) {
      return Optional.of(new Autosave(fileOf(window), channel));
    }
    channel.close();
    return Optional.empty();
  }

  /// Locks it, if nobody else does.
  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      // Another window of this very process.
      return false;
    }
  }
}
