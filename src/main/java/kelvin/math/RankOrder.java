package kelvin.math;

/// Sorts a vocabulary by logit, once per logits vector.
///
/// Uses a least-significant-digit radix sort over order-preserving integer keys, in three passes
/// of 11, 11 and 10 bits. The sort is stable, so ascending indices as input give the tie rule for
/// free (equal logits by token id, ascending). It needs no vector instructions to be fast.
public final class RankOrder {

  private static final int[] SHIFTS = {0, 11, 22};
  private static final int[] WIDTHS = {11, 11, 10};

  private RankOrder() {}

  /// Returns the indices of `values` by value, descending; ties by index, ascending.
  ///
  /// @param values shape `(n)`, without NaN; −0 and +0 tie, −∞ comes last
  public static int[] descending(float[] values) {
    int n = values.length;
    var keys = new int[n];
    var indices = new int[n];
    for (int i = 0; i < n; i++) {
      keys[i] = descendingKey(values[i]);
      indices[i] = i;
    }
    var keysOut = new int[n];
    var indicesOut = new int[n];
    for (int pass = 0; pass < SHIFTS.length; pass++) {
      scatter(keys, indices, keysOut, indicesOut, SHIFTS[pass], WIDTHS[pass]);
      var keysSwap = keys;
      keys = keysOut;
      keysOut = keysSwap;
      var indicesSwap = indices;
      indices = indicesOut;
      indicesOut = indicesSwap;
    }
    return indices;
  }

  private static void scatter(
      int[] keys, int[] indices, int[] keysOut, int[] indicesOut, int shift, int width) {
    int buckets = 1 << width;
    int mask = buckets - 1;
    var start = new int[buckets + 1];
    for (int key : keys) {
      start[((key >>> shift) & mask) + 1]++;
    }
    for (int bucket = 0; bucket < buckets; bucket++) {
      start[bucket + 1] += start[bucket];
    }
    for (int i = 0; i < keys.length; i++) {
      int to = start[(keys[i] >>> shift) & mask]++;
      keysOut[to] = keys[i];
      indicesOut[to] = indices[i];
    }
  }

  /// An unsigned key that falls as the value rises. Adding +0 folds −0 into +0.
  private static int descendingKey(float value) {
    int bits = Float.floatToRawIntBits(value + 0.0f);
    return ~(bits ^ ((bits >> 31) | 0x80000000));
  }
}
