package kelvin.remote.http;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A whole answer of a server.
public final class Reply {

  private final HttpHeaders headers;
  private final byte[] bytes;

  /// @param bytes the body; not copied
  Reply(HttpHeaders headers, byte[] bytes) {
    this.headers = headers;
    this.bytes = bytes;
  }

  /// The length of the body in bytes.
  public int length() {
    return bytes.length;
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /// The body as text.
  public Reader reader() {
    return reader(bytes.length);
  }

  /// The first bytes of the body as text.
  public Reader reader(int count) {
    return new InputStreamReader(new ByteArrayInputStream(bytes, 0, count), StandardCharsets.UTF_8);
  }

  /// The bytes from an index on, the lowest byte of a number first.
  public ByteBuffer from(int index) {
    return ByteBuffer.wrap(bytes, index, bytes.length - index)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN);
  }
}
