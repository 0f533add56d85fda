package kelvin.onnx.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes the fields of one protobuf message, in the order of the calls.
///
/// The wire format: https://protobuf.dev/programming-guides/encoding/
public final class ProtobufWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public ProtobufWriter number(int field, long value) {
    varint(((long) field << 3) | ProtobufReader.VARINT);
    varint(value);
    return this;
  }

  /// A field of four bytes.
  public ProtobufWriter real(int field, float value) {
    varint(((long) field << 3) | ProtobufReader.FIXED32);
    int bits = Float.floatToIntBits(value);
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      out.write(bits >>> shift);
    }
    return this;
  }

  public ProtobufWriter text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  public ProtobufWriter message(int field, ProtobufWriter value) {
    return bytes(field, value.toByteArray());
  }

  public ProtobufWriter bytes(int field, byte[] value) {
    varint(((long) field << 3) | ProtobufReader.LENGTH_DELIMITED);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  /// Appends encoded fields from another file.
  public ProtobufWriter fields(byte[] encoded) {
    out.writeBytes(encoded);
    return this;
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  public int size() {
    return out.size();
  }

  public byte[] toByteArray() {
    return out.toByteArray();
  }
}
