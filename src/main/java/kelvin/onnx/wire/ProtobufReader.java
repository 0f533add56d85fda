package kelvin.onnx.wire;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Reads the fields of a protobuf message one by one and skips the ones that are not needed. So the
/// facts of a 2 GB graph need only a few kilobytes of reading.
///
/// The wire format: https://protobuf.dev/programming-guides/encoding/
public final class ProtobufReader implements Closeable {

  public static final int VARINT = 0;
  public static final int FIXED64 = 1;
  public static final int LENGTH_DELIMITED = 2;
  public static final int FIXED32 = 5;

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MAX_NAME_BYTES = 4096;
  private static final int MAX_COPIED_BYTES = 256 << 20;

  /// Reads bytes from a position on, as a file does.
  private interface Source extends Closeable {

    int read(ByteBuffer into, long position) throws IOException;
  }

  private final Source source;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private final long size;
  private long bufferStart;
  private int wireType;

  public ProtobufReader(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ);
    size = channel.size();
    source =
        new Source() {
          @Override
          public int read(ByteBuffer into, long position) throws IOException {
            return channel.read(into, position);
          }

          @Override
          public void close() throws IOException {
            channel.close();
          }
        };
  }

  /// Reads a message that is in memory. The bytes are not copied.
  public ProtobufReader(byte[] message) {
    size = message.length;
    source =
        new Source() {
          @Override
          public int read(ByteBuffer into, long position) {
            int count = (int) Math.min(into.remaining(), size - position);
            into.put(message, (int) position, Math.max(0, count));
            return count;
          }

          @Override
          public void close() {}
        };
  }

  public long size() {
    return size;
  }

  public long position() {
    return bufferStart + buffer.position();
  }

  /// The number of the next field, or 0 at `end`.
  public int nextField(long end) throws IOException {
    if (position() >= end) {
      return 0;
    }
    long tag = varint();
    wireType = (int) (tag & 7);
    long number = tag >>> 3;
    if (number < 1 || number > 0x1FFFFFFF) {
      throw new IOException("invalid field number " + number + " at byte " + position());
    }
    return (int) number;
  }

  /// The unknown wire type of the field that `nextField` returned.
  public int wireType() {
    return wireType;
  }

  /// Enters a length-delimited field and returns its end.
  public long enter(long end) throws IOException {
    long length = varint();
    if (wireType != LENGTH_DELIMITED || length < 0 || length > end - position()) {
      throw new IOException("a field of " + length + " bytes at byte " + position());
    }
    return position() + length;
  }

  public String string(long end) throws IOException {
    long stop = enter(end);
    long length = stop - position();
    if (length > MAX_NAME_BYTES) {
      throw new IOException("a name of " + length + " bytes");
    }
    var bytes = new byte[(int) length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = next();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public void skip(long end) throws IOException {
    switch (wireType) {
      case VARINT -> varint();
      case FIXED64 -> seek(position() + 8);
      case FIXED32 -> seek(position() + 4);
      case LENGTH_DELIMITED -> seek(enter(end));
      default -> throw new IOException("unknown wire type " + wireType + " at byte " + position());
    }
  }

  public void seek(long to) throws IOException {
    if (to > size) {
      throw new EOFException("the file ends at byte " + size + ", not at " + to);
    }
    if (to >= bufferStart && to <= bufferStart + buffer.limit()) {
      buffer.position((int) (to - bufferStart));
    } else {
      bufferStart = to;
      buffer.limit(0);
    }
  }

  /// Copies the bytes from `start` to `end` and continues reading at `end`.
  public byte[] copy(long start, long end) throws IOException {
    long length = end - start;
    if (end > size || length < 0 || length > MAX_COPIED_BYTES) {
      throw new IOException("a field of " + length + " bytes at byte " + start);
    }
    var bytes = ByteBuffer.allocate((int) length);
    while (bytes.hasRemaining()) {
      if (source.read(bytes, start + bytes.position()) <= 0) {
        throw new EOFException("the file ends at byte " + size);
      }
    }
    seek(end);
    return bytes.array();
  }

  public long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = next();
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IOException("a number of more than ten bytes at byte " + position());
  }

  /// The four bytes of a `FIXED32` field as a number.
  public float real() throws IOException {
    int bits = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      bits |= (next() & 0xFF) << shift;
    }
    return Float.intBitsToFloat(bits);
  }

  private byte next() throws IOException {
    if (!buffer.hasRemaining()) {
      bufferStart += buffer.limit();
      buffer.clear();
      if (source.read(buffer, bufferStart) <= 0) {
        throw new EOFException("the file ends at byte " + size);
      }
      buffer.flip();
    }
    return buffer.get();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
