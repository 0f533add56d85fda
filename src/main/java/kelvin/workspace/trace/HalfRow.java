package kelvin.workspace.trace;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import kelvin.workspace.file.DamagedException;

/// A row of logits in half precision, compressed.
///
/// Each number is the distance from the largest logit, because half precision is finest near 0: the
/// most probable tokens lose least. The first bytes of all numbers come before the second ones,
/// because only the first are alike, so they compress.
final class HalfRow {

  /// The largest finite number of half precision. Who is further below has the probability 0.
  private static final float MAX = 65504;

  private HalfRow() {}

  /// @param row at least one number is finite; none is NaN or +∞
  static byte[] compress(float[] row) {
    float max = Float.NEGATIVE_INFINITY;
    for (float logit : row) {
      max = Math.max(max, logit);
    }
    var planes = new byte[2 * row.length];
    for (int id = 0; id < row.length; id++) {
      short half = half(row[id] - max);
      planes[id] = (byte) (half >> 8);
      planes[row.length + id] = (byte) half;
    }
    var bytes = ByteBuffer.allocate(Float.BYTES + Compression.bound(planes.length));
    bytes.putFloat(max);
    int count = Compression.deflate(planes, bytes, Deflater.BEST_SPEED);
    var result = new byte[Float.BYTES + count];
    bytes.get(0, result);
    return result;
  }

  private static short half(float distance) {
    return Float.floatToFloat16(
        distance == Float.NEGATIVE_INFINITY ? distance : Math.max(distance, -MAX));
  }

  /// @param logitCount the number of logits that the row must have
  /// @throws DamagedException when it is no such row
  static float[] read(ByteBuffer bytes, int logitCount) {
    if (bytes.remaining() < Float.BYTES) {
      throw new DamagedException("a row of logits ends in the middle.");
    }
    float max = bytes.getFloat();
    var planes = new byte[2 * logitCount];
    var inflater = new Inflater();
    try {
      inflater.setInput(bytes);
      int count = inflater.inflate(planes);
      if (count < planes.length || inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
        throw new DamagedException("a row has another number of logits than " + logitCount + ".");
      }
    } catch (DataFormatException _) {
      throw new DamagedException("a row of logits is not compressed as it should be.");
    } finally {
      inflater.end();
    }
    var row = new float[logitCount];
    for (int id = 0; id < logitCount; id++) {
      short half = (short) ((planes[id] << 8) | (planes[logitCount + id] & 0xFF));
      row[id] = max + Float.float16ToFloat(half);
    }
    return row;
  }
}
