package kelvin.workspace.trace;

import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/// Compresses bytes with DEFLATE (RFC 1951, in the frame of RFC 1950).
final class Compression {

  private Compression() {}

  /// The most bytes that so many can become.
  static int bound(int count) {
    return count + count / 1000 + 64;
  }

  /// @return the number of bytes that were put
  static int deflate(byte[] bytes, ByteBuffer to, int level) {
    var deflater = new Deflater(level);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      int from = to.position();
      while (!deflater.finished()) {
        deflater.deflate(to);
      }
      return to.position() - from;
    } finally {
      deflater.end();
    }
  }
}
