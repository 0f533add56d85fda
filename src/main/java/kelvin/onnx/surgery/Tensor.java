package kelvin.onnx.surgery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import kelvin.onnx.wire.ExternalEntry;
import kelvin.onnx.wire.ProtobufReader;

/// Weights or constants of a graph: their shape and the place of their data.
///
/// Field numbers are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
///
/// @param type ONNX's number of the data type
/// @param place the place in a file; empty if the data is in `raw`
/// @param raw the data, little-endian; empty if it is in a file or not in raw form
@SuppressWarnings("ArrayRecordComponent") // compared by name only
public record Tensor(
    String name, int type, List<Long> dimensions, Optional<Place> place, byte[] raw) {

  public static final int FLOAT32 = 1;
  static final int UINT8 = 2;
  static final int INT8 = 3;
  public static final int INT64 = 7;
  public static final int FLOAT16 = 10;
  public static final int FLOAT64 = 11;
  public static final int BFLOAT16 = 16;
  static final int UINT4 = 21;
  static final int INT4 = 22;

  private static final int DIMENSIONS = 1;
  private static final int TYPE = 2;
  private static final int REAL_DATA = 4;
  private static final int INT32_DATA = 5;
  private static final int INT64_DATA = 7;
  private static final int NAME = 8;
  private static final int RAW_DATA = 9;
  private static final int EXTERNAL_DATA = 13;

  /// A part of a file with weights.
  ///
  /// @param file relative to the graph's folder
  /// @param length in bytes, or -1 for the rest of the file
  public record Place(String file, long offset, long length) {}

  Tensor named(String other) {
    return new Tensor(other, type, dimensions, place, raw);
  }

  public long elements() {
    return dimensions.stream().reduce(1L, Math::multiplyExact);
  }

  public boolean isReal() {
    return type == FLOAT32 || type == FLOAT16 || type == BFLOAT16 || type == FLOAT64;
  }

  /// The numbers of a short list of 64-bit integers; empty if it is none or in a file.
  public List<Long> integers() {
    var numbers = new ArrayList<Long>();
    if (type == INT64 && place.isEmpty()) {
      var bytes = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
      while (bytes.remaining() >= Long.BYTES) {
        numbers.add(bytes.getLong());
      }
    }
    return numbers;
  }

  /// The only number of a constant that has one; empty if it has more, or is of another type than
  /// float32 or int64, or in a file.
  public OptionalDouble single() {
    if (place.isPresent() || elements() != 1) {
      return OptionalDouble.empty();
    }
    var bytes = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    if (type == FLOAT32 && raw.length == Float.BYTES) {
      return OptionalDouble.of(bytes.getFloat());
    }
    return type == INT64 && raw.length == Long.BYTES
        ? OptionalDouble.of((double) bytes.getLong())
        : OptionalDouble.empty();
  }

  static Tensor read(ProtobufReader reader, long end) throws IOException {
    var dimensions = new ArrayList<Long>();
    var entries = new HashMap<String, String>();
    int type = 0;
    var name = "";
    var raw = new byte[0];
    for (int field = reader.nextField(end); field != 0; field = reader.nextField(end)) {
      switch (field) {
        case DIMENSIONS -> readNumbers(reader, end, dimensions);
        case TYPE -> type = (int) reader.varint();
        case NAME -> name = reader.string(end);
        case RAW_DATA -> {
          long stop = reader.enter(end);
          raw = reader.copy(reader.position(), stop);
        }
        case REAL_DATA -> raw = joined(raw, realData(reader, end));
        case INT32_DATA, INT64_DATA -> raw = joined(raw, numberData(reader, end, type));
        case EXTERNAL_DATA -> {
          var entry = ExternalEntry.read(reader, reader.enter(end));
          entries.put(entry.key(), entry.value());
        }
        default -> reader.skip(end);
      }
    }
    return new Tensor(name, type, List.copyOf(dimensions), place(entries), raw);
  }

  /// Real numbers outside the raw data, packed or one in a field.
  private static byte[] realData(ProtobufReader reader, long end) throws IOException {
    if (reader.wireType() == ProtobufReader.LENGTH_DELIMITED) {
      long stop = reader.enter(end);
      return reader.copy(reader.position(), stop);
    }
    return reader.copy(reader.position(), reader.position() + Float.BYTES);
  }

  /// Integers and half-precision numbers outside the raw data, each a number of its own.
  private static byte[] numberData(ProtobufReader reader, long end, int type) throws IOException {
    var numbers = new ArrayList<Long>();
    readNumbers(reader, end, numbers);
    int size =
        switch (type) {
          // One number of the field holds two of four bits.
          case UINT8, INT8, UINT4, INT4 -> 1;
          case FLOAT16, BFLOAT16 -> Short.BYTES;
          case INT64 -> Long.BYTES;
          default -> Integer.BYTES;
        };
    var bytes = new byte[numbers.size() * size];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (numbers.get(i / size) >>> (i % size * Byte.SIZE));
    }
    return bytes;
  }

  private static byte[] joined(byte[] some, byte[] more) {
    var all = new byte[some.length + more.length];
    System.arraycopy(some, 0, all, 0, some.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  /// Reads one number, or all of them if they are packed into one field.
  static void readNumbers(ProtobufReader reader, long end, List<Long> numbers) throws IOException {
    if (reader.wireType() == ProtobufReader.LENGTH_DELIMITED) {
      long stop = reader.enter(end);
      while (reader.position() < stop) {
        numbers.add(reader.varint());
      }
    } else {
      numbers.add(reader.varint());
    }
  }

  private static Optional<Place> place(Map<String, String> entries) throws IOException {
    var file = entries.get("location");
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Place(
              file,
              Long.parseLong(entries.getOrDefault("offset", "0")),
              Long.parseLong(entries.getOrDefault("length", "-1"))));
    } catch (NumberFormatException e) {
      throw new IOException("a tensor's data has an invalid place in " + file, e);
    }
  }
}
