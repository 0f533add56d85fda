package kelvin.hub.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import kelvin.hub.RemoteFile;
import kelvin.inference.Cancellation;

/// Compares the bytes on the disk with the checksum that the hub lists.
///
/// The file is read once more after it came: so the check also covers what was written before
/// Kelvin was last ended, and what another program wrote meanwhile.
final class FileCheck {

  private static final int BUFFER_BYTES = 1 << 20;

  private FileCheck() {}

  /// True if a file has the bytes that the hub lists.
  static boolean isRight(Path path, RemoteFile file, Cancellation cancellation) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      if (channel.size() != file.size()) {
        return false;
      }
      var digest = file.checksum().begin(file.size());
      var buffer = ByteBuffer.allocate(BUFFER_BYTES);
      while (channel.read(buffer.clear()) >= 0) {
        cancellation.throwIfCancelled();
        digest.update(buffer.flip());
      }
      return HexFormat.of().formatHex(digest.digest()).equals(file.checksum().hex());
    }
  }
}
