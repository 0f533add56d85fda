package kelvin.distribution;

import java.util.Arrays;
import kelvin.math.RankOrder;
import kelvin.math.SoftmaxSums;

/// One unnormalised score per token id, as the model produced them, and their ranking.
///
/// Owns its array: whoever builds a `Logits` gives the array away. Ranked once, because no
/// temperature changes the ranking: by logit, descending; ties by token id, ascending. Ranks are
/// 1-based everywhere.
public final class Logits {

  private final float[] values;
  private final int[] order;
  private final float[] sorted;
  private final int finiteCount;

  private Logits(float[] values) {
    this.values = values;
    order = RankOrder.descending(values);
    sorted = new float[values.length];
    for (int i = 0; i < order.length; i++) {
      sorted[i] = values[order[i]];
    }
    finiteCount =
        SoftmaxSums.countAtLeast(sorted, sorted.length, Math.nextUp(Double.NEGATIVE_INFINITY));
  }

  /// Takes over `values`, shape `(logitCount)`.
  ///
  /// @throws InvalidLogitsException when one is NaN or +∞, or when none is finite
  public static Logits owning(float[] values) {
    check(values);
    return new Logits(values);
  }

  private static void check(float[] values) {
    boolean possible = false;
    for (int id = 0; id < values.length; id++) {
      float value = values[id];
      if (Float.isNaN(value) || value == Float.POSITIVE_INFINITY) {
        throw new InvalidLogitsException(
            "the logit of token "
                + id
                + " is "
                + (Float.isNaN(value) ? "not a number" : "+∞")
                + ", so there is no distribution");
      }
      possible |= value != Float.NEGATIVE_INFINITY;
    }
    if (!possible) {
      throw new InvalidLogitsException(
          values.length == 0
              ? "there are no logits, so there is no distribution"
              : "all " + values.length + " logits are −∞: no token is possible");
    }
  }

  /// How many there are; may be more than the tokenizer's vocabulary (padding).
  public int count() {
    return values.length;
  }

  /// How many are finite. The others, all −∞, have probability 0 and the last ranks.
  public int finiteCount() {
    return finiteCount;
  }

  public float ofToken(int tokenId) {
    return values[tokenId];
  }

  public float atRank(int rank) {
    return sorted[rank - 1];
  }

  public int tokenAtRank(int rank) {
    return order[rank - 1];
  }

  /// The rank of a token, found by binary search in the ranking.
  public int rankOf(int tokenId) {
    float value = values[tokenId];
    int low = 0;
    int high = order.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      float other = sorted[middle];
      if (other > value || (other == value && order[middle] < tokenId)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low + 1;
  }

  /// A copy by token id, for saving and for other tools.
  public float[] toArray() {
    return Arrays.copyOf(values, values.length);
  }

  /// The logits in rank order; shared, not to be written to.
  float[] sorted() {
    return sorted;
  }
}
