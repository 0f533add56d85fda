package kelvin.hub.transfer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The disk that the cache is on.
public interface Disk {

  /// The disk itself.
  Disk REAL =
      new Disk() {
        @Override
        public long free(Path folder) throws IOException {
          return Files.getFileStore(folder).getUsableSpace();
        }

        @Override
        public void sync(Path file) throws IOException {
          try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
          }
        }

        @Override
        public WritableByteChannel append(Path file) throws IOException {
          return FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        }
      };

  /// The bytes that this user may still write.
  ///
  /// @param folder one that exists
  long free(Path folder) throws IOException;

  /// Brings a file to the disk itself, so that its name is that of whole bytes also after a power
  /// cut.
  void sync(Path file) throws IOException;

  /// Opens a file for more bytes at its end.
  WritableByteChannel append(Path file) throws IOException;
}
