package kelvin.onnx.surgery;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import kelvin.onnx.surgery.StoredMatrix.Scaling;

/// Reads the numbers of a matrix as float32, with the arithmetic of the graph's own operators.
final class StoredNumbers {

  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final StoredMatrix matrix;
  private final MemorySegment data;
  private final Optional<Scales> scales;

  /// The scales as float32, with the zero points.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Scales(Scaling scaling, float[] values, MemorySegment zeros) {}

  private StoredNumbers(StoredMatrix matrix, MemorySegment data, Optional<Scales> scales) {
    this.matrix = matrix;
    this.data = data;
    this.scales = scales;
  }

  /// @param arena keeps the files mapped
  static StoredNumbers open(StoredMatrix matrix, Path folder, Arena arena) throws IOException {
    var data = map(matrix.data(), folder, arena);
    require(matrix.data(), data, (matrix.tokens() * matrix.width() * matrix.bits() + 7) / 8);
    Optional<Scales> scales = Optional.empty();
    if (matrix.scaling().isPresent()) {
      var scaling = matrix.scaling().get();
      var zeros =
          scaling.zeros().isPresent()
              ? map(scaling.zeros().get(), folder, arena)
              : MemorySegment.NULL;
      scales = Optional.of(new Scales(scaling, reals(scaling.scales(), folder, arena), zeros));
    }
    return new StoredNumbers(matrix, data, scales);
  }

  private static MemorySegment map(Tensor tensor, Path folder, Arena arena) throws IOException {
    if (tensor.place().isEmpty()) {
      return MemorySegment.ofArray(tensor.raw());
    }
    var place = tensor.place().get();
    var file = folder.resolve(place.file());
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long rest = channel.size() - place.offset();
      long length = place.length() < 0 ? rest : place.length();
      if (place.offset() < 0 || length > rest) {
        throw new IOException(file + " is too short for the weights " + tensor.name());
      }
      return channel.map(FileChannel.MapMode.READ_ONLY, place.offset(), length, arena);
    }
  }

  private static void require(Tensor tensor, MemorySegment data, long bytes) throws IOException {
    if (data.byteSize() < bytes) {
      throw new IOException(
          "the weights %s have %d bytes, not %d".formatted(tensor.name(), data.byteSize(), bytes));
    }
  }

  private static float[] reals(Tensor tensor, Path folder, Arena arena) throws IOException {
    var bytes = map(tensor, folder, arena);
    int count = Math.toIntExact(tensor.elements());
    require(tensor, bytes, (long) count * sizeOf(tensor.type()));
    var values = new float[count];
    readReals(bytes, tensor.type(), 0, values, values.length);
    return values;
  }

  private static int sizeOf(int type) {
    return switch (type) {
      case Tensor.FLOAT32 -> Float.BYTES;
      case Tensor.FLOAT64 -> Double.BYTES;
      default -> Short.BYTES;
    };
  }

  private static void readReals(MemorySegment data, int type, long start, float[] into, int count) {
    switch (type) {
      case Tensor.FLOAT32 -> MemorySegment.copy(data, FLOAT, start * Float.BYTES, into, 0, count);
      case Tensor.FLOAT64 -> {
        for (int i = 0; i < count; i++) {
          into[i] = (float) data.get(DOUBLE, (start + i) * Double.BYTES);
        }
      }
      case Tensor.FLOAT16 -> {
        // Converted from an array, because the compiler makes vector instructions of such a loop.
        var halves = new short[count];
        MemorySegment.copy(data, SHORT, start * Short.BYTES, halves, 0, count);
        for (int i = 0; i < halves.length; i++) {
          into[i] = Float.float16ToFloat(halves[i]);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          into[i] = Float.intBitsToFloat(data.get(SHORT, (start + i) * Short.BYTES) << Short.SIZE);
        }
      }
    }
  }

  /// Reads numbers that stand together: the dimensions of one token from `dimension` on, or one
  /// dimension of the tokens from `token` on.
  void read(long token, long dimension, float[] into, int count) {
    long start =
        matrix.byToken() ? token * matrix.width() + dimension : dimension * matrix.tokens() + token;
    if (scales.isEmpty()) {
      readReals(data, matrix.data().type(), start, into, count);
      return;
    }
    var known = scales.get();
    var layout = known.scaling().layout();
    for (int i = 0; i < count; i++) {
      long t = matrix.byToken() ? token : token + i;
      long d = matrix.byToken() ? dimension + i : dimension;
      long place = layout.place(t, d);
      int zero = zero(known, t, place);
      into[i] =
          (integer(data, start + i, matrix.data().type(), matrix.bits()) - zero)
              * known.values()[(int) place];
    }
  }

  private static int zero(Scales known, long token, long place) {
    var scaling = known.scaling();
    if (scaling.zeros().isEmpty()) {
      return scaling.defaultZero();
    }
    int type = scaling.zeros().get().type();
    if (!scaling.packed()) {
      return integer(known.zeros(), place, type, Byte.SIZE);
    }
    // Bytes are not shared by two tokens.
    long stride = scaling.layout().tokenStride();
    long padded = type == Tensor.UINT8 ? token * (stride % 2) : 0;
    return integer(known.zeros(), place + padded, type, 4);
  }

  /// A small integer; of two in a byte, the first is in the lower half.
  private static int integer(MemorySegment data, long place, int type, int bits) {
    if (bits == Byte.SIZE) {
      byte value = data.get(ValueLayout.JAVA_BYTE, place);
      return type == Tensor.INT8 ? value : value & 0xFF;
    }
    int half = (data.get(ValueLayout.JAVA_BYTE, place / 2) >>> (place % 2 * 4)) & 0xF;
    return type == Tensor.INT4 ? (half << 28) >> 28 : half;
  }
}
