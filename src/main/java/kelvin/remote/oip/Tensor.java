package kelvin.remote.oip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// The numbers of an input or an output.
///
/// @param shape the lengths of its axes
/// @param bytes in the order of rows, the lowest byte of a number first, position 0 to the limit
record Tensor(String name, TensorType type, List<Long> shape, ByteBuffer bytes) {

  Tensor {
    shape = List.copyOf(shape);
  }

  /// A tensor of whole numbers or of truth values, 0 and 1.
  static Tensor of(String name, TensorType type, List<Long> shape, LongStream numbers) {
    var all = numbers.toArray();
    var bytes = room(all.length * type.size());
    for (long number : all) {
      switch (type) {
        case INT64 -> bytes.putLong(number);
        case INT32 -> bytes.putInt(Math.toIntExact(number));
        default -> bytes.put((byte) number);
      }
    }
    return new Tensor(name, type, shape, bytes.flip());
  }

  /// Empty room for numbers.
  static ByteBuffer room(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// The number of numbers that a shape holds; −1 if a length is negative or all are too many.
  static long count(List<Long> shape) {
    long count = 1;
    for (long length : shape) {
      if (length < 0 || (length > 0 && count > Integer.MAX_VALUE / length)) {
        return -1;
      }
      count *= length;
    }
    return count;
  }

  long count() {
    return count(shape);
  }

  /// The same tensor under another name.
  Tensor named(String other) {
    return new Tensor(other, type, shape, bytes);
  }

  /// The first entries along an axis.
  Tensor cut(int axis, int length) {
    long inner = count(shape.subList(axis + 1, shape.size())) * type.size();
    long outer = count(shape.subList(0, axis));
    int kept = Math.toIntExact(inner * length);
    int whole = Math.toIntExact(inner * shape.get(axis));
    var cut = room(Math.toIntExact(outer * kept));
    for (int i = 0; i < outer; i++) {
      cut.put(bytes.slice(i * whole, kept));
    }
    var lengths = new ArrayList<>(shape);
    lengths.set(axis, (long) length);
    return new Tensor(name, type, lengths, cut.flip());
  }

  /// Reads real numbers.
  ///
  /// @param from the index of the first number
  void read(int from, float[] into) {
    if (type == TensorType.FP32) {
      bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(from, into);
      return;
    }
    var halves = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    for (int i = 0; i < into.length; i++) {
      into[i] = Float.float16ToFloat(halves.get(from + i));
    }
  }
}
