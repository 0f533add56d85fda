package kelvin.hub.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The lock of this process on one file of the cache. The system gives it back when the process
/// ends, however that happens.
public final class FileLocked implements AutoCloseable {

  private final FileChannel channel;

  private FileLocked(FileChannel channel) {
    this.channel = channel;
  }

  static Optional<FileLocked> tryLock(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean isOurs = false;
    try {
      FileLock lock = channel.tryLock();
      isOurs = lock != null;
      return isOurs ? Optional.of(new FileLocked(channel)) : Optional.empty();
    } catch (OverlappingFileLockException _) {
      // Another part of this process has it.
      return Optional.empty();
    } finally {
      if (!isOurs) {
        channel.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
