package kelvin.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import kelvin.onnx.wire.ProtobufReader;
import kelvin.onnx.wire.ProtobufWriter;

/// Copies one tensor of a graph file, or converts it for a float32 graph.
///
/// Large data is not copied: the new tensor refers to its place in the file.
final class CopiedTensor {

  static final int FLOAT32 = 1;
  static final int FLOAT16 = 10;
  static final int BFLOAT16 = 16;

  private static final int TYPE = 2;
  private static final int INT32_DATA = 5;
  private static final int NAME = 8;
  private static final int RAW_DATA = 9;
  private static final int EXTERNAL_DATA = 13;
  private static final int DATA_LOCATION = 14;
  private static final int IN_A_FILE = 1;

  /// Smaller data is converted here, because the runtime's fusions look at such constants.
  private static final int MIN_LARGE_BYTES = 4096;

  private final ProtobufReader reader;
  private final WeightLocations locations;
  private final boolean widens;
  private final ProtobufWriter rest = new ProtobufWriter();
  private final ProtobufWriter external = new ProtobufWriter();
  private int type;
  private String name = "";
  private boolean isInFile;
  private long dataStart;
  private long dataLength = -1;
  private Optional<byte[]> packedNumbers = Optional.empty();

  private CopiedTensor(ProtobufReader reader, WeightLocations locations, boolean widens) {
    this.reader = reader;
    this.locations = locations;
    this.widens = widens;
  }

  /// Reads the message that ends at `end`, but not its large data.
  ///
  /// @param widens whether half precision becomes float32
  static CopiedTensor read(
      ProtobufReader reader, long end, WeightLocations locations, boolean widens)
      throws IOException {
    var tensor = new CopiedTensor(reader, locations, widens);
    for (long start = reader.position(); ; start = reader.position()) {
      int field = reader.nextField(end);
      switch (field) {
        case 0 -> {
          return tensor;
        }
        case TYPE -> tensor.type = (int) reader.varint();
        case NAME -> tensor.name = reader.string(end);
        case RAW_DATA -> tensor.findData(end);
        case DATA_LOCATION -> tensor.isInFile = reader.varint() == IN_A_FILE;
        case EXTERNAL_DATA ->
            tensor.external.message(EXTERNAL_DATA, locations.moved(reader, reader.enter(end)));
        case INT32_DATA -> tensor.readNumbers(start, end);
        default -> tensor.copy(start, end);
      }
    }
  }

  private void findData(long end) throws IOException {
    long stop = reader.enter(end);
    dataStart = reader.position();
    dataLength = stop - dataStart;
    reader.seek(stop);
  }

  /// Half-precision numbers outside the raw data take 32 bits each.
  private void readNumbers(long start, long end) throws IOException {
    boolean packed = reader.wireType() == ProtobufReader.LENGTH_DELIMITED;
    if (!isHalf() || !packed) {
      copy(start, end);
      return;
    }
    long stop = reader.enter(end);
    var bytes = ByteBuffer.allocate(Math.toIntExact(2 * (stop - reader.position())));
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    while (reader.position() < stop) {
      bytes.putShort((short) reader.varint());
    }
    var halves = new byte[bytes.position()];
    bytes.flip().get(halves);
    packedNumbers = Optional.of(halves);
  }

  private void copy(long start, long end) throws IOException {
    reader.skip(end);
    rest.fields(reader.copy(start, reader.position()));
  }

  String name() {
    return name;
  }

  boolean isHalf() {
    return widens && (type == FLOAT16 || type == BFLOAT16);
  }

  /// Returns whether a node must convert it to float32, because its data stays in a file.
  boolean needsCast() {
    return isHalf() && packedNumbers.isEmpty() && (isInFile || dataLength >= MIN_LARGE_BYTES);
  }

  /// Writes the tensor, with small data in float32 and large data unchanged.
  ///
  /// @param givenName the new name of the tensor
  ProtobufWriter write(String givenName) throws IOException {
    var message = new ProtobufWriter().fields(rest.toByteArray()).text(NAME, givenName);
    if (isInFile) {
      return message
          .number(TYPE, type)
          .fields(external.toByteArray())
          .number(DATA_LOCATION, IN_A_FILE);
    }
    if (dataLength >= MIN_LARGE_BYTES) {
      return locations.refer(message.number(TYPE, type), dataStart, dataLength);
    }
    if (isHalf() && (dataLength >= 0 || packedNumbers.isPresent())) {
      var halves = packedNumbers.isPresent() ? packedNumbers.get() : data();
      return message.number(TYPE, FLOAT32).bytes(RAW_DATA, widened(halves));
    }
    message.number(TYPE, type);
    return dataLength < 0 ? message : message.bytes(RAW_DATA, data());
  }

  private byte[] data() throws IOException {
    long back = reader.position();
    var data = reader.copy(dataStart, dataStart + dataLength);
    reader.seek(back);
    return data;
  }

  private byte[] widened(byte[] halves) {
    var from = ByteBuffer.wrap(halves).order(ByteOrder.LITTLE_ENDIAN);
    var to = ByteBuffer.allocate(2 * halves.length).order(ByteOrder.LITTLE_ENDIAN);
    while (from.remaining() >= Short.BYTES) {
      short half = from.getShort();
      to.putFloat(
          type == FLOAT16 ? Float.float16ToFloat(half) : Float.intBitsToFloat(half << Short.SIZE));
    }
    return to.array();
  }
}
