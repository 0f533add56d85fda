package kelvin.distribution;

import java.util.Arrays;
import java.util.Optional;
import kelvin.math.RankOrder;
import kelvin.math.SoftmaxSums;
import org.jspecify.annotations.Nullable;

/// One unnormalised score for each token id, with the ranking of all tokens. The scores come from
/// the model, or from the model with penalties and biases applied.
///
/// Owns its array: the caller that creates a `Logits` must not use the array again. Sorted once,
/// because no temperature changes the ranking: by logit, descending; ties by token id, ascending.
/// Ranks are 1-based everywhere. The model's numbers are kept as `float`. Edited ones are
/// `double`, because l / 1.3 is not a `float`.
public final class Logits {

  private final float[] values;
  private final int[] editedIds;
  private final double[] editedValues;
  private final int[] order;
  private final double[] sorted;
  private final int finiteCount;
  private final @Nullable TopTokens top;

  private Logits(
      float[] values,
      int[] editedIds,
      double[] editedValues,
      int[] order,
      double[] sorted,
      @Nullable TopTokens top) {
    this.values = values;
    this.editedIds = editedIds;
    this.editedValues = editedValues;
    this.order = order;
    this.sorted = sorted;
    this.top = top;
    finiteCount =
        SoftmaxSums.countAtLeast(sorted, 0, sorted.length, Math.nextUp(Double.NEGATIVE_INFINITY));
  }

  /// Takes over `values`, shape `(logitCount)`.
  ///
  /// @throws InvalidLogitsException when one is NaN or +∞, or when all are −∞
  public static Logits owning(float[] values) {
    return of(values, null);
  }

  /// Takes over `values`.
  ///
  /// @param top the tokens whose logits are known; null for all
  static Logits of(float[] values, @Nullable TopTokens top) {
    check(values);
    var order = RankOrder.descending(values);
    var sorted = new double[values.length];
    for (int i = 0; i < order.length; i++) {
      sorted[i] = values[order[i]];
    }
    return new Logits(values, new int[0], new double[0], order, sorted, top);
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

  /// Replaces some of these logits. Merges them into the ranking instead of sorting again.
  ///
  /// @param ids ascending, each once; at least one logit stays finite
  /// @param edited the new logits of `ids`, in the same order; none NaN or +∞
  Logits with(int[] ids, double[] edited) {
    if (editedIds.length > 0) {
      throw new IllegalStateException("edits are made of the model's own logits");
    }
    if (ids.length == 0) {
      return this;
    }
    if (top != null) {
      throw InvalidLogitsException.ofSettings(
          "penalties and biases change logits that the server does not give");
    }
    var mergedOrder = new int[order.length];
    var mergedSorted = new double[order.length];
    var byRank = EditedRanking.of(ids, edited);
    int next = 0;
    int at = 0;
    for (int i = 0; i < order.length; i++) {
      if (Arrays.binarySearch(ids, order[i]) >= 0) {
        continue;
      }
      while (next < ids.length && byRank.isBefore(next, sorted[i], order[i])) {
        mergedOrder[at] = byRank.id(next);
        mergedSorted[at++] = byRank.value(next++);
      }
      mergedOrder[at] = order[i];
      mergedSorted[at++] = sorted[i];
    }
    while (next < ids.length) {
      mergedOrder[at] = byRank.id(next);
      mergedSorted[at++] = byRank.value(next++);
    }
    return new Logits(values, ids.clone(), edited.clone(), mergedOrder, mergedSorted, top);
  }

  /// The known tokens where the model tells only the most probable ones; their ranks come first,
  /// and the logits of all others stand in for a bound. Empty if all logits are the model's.
  public Optional<TopTokens> top() {
    return Optional.ofNullable(top);
  }

  /// The number of logits that are the model's own.
  public int knownCount() {
    return top == null ? values.length : top.count();
  }

  /// The number of logits; may exceed the size of the tokenizer's vocabulary (padding).
  public int count() {
    return values.length;
  }

  /// The number of finite logits. All others are −∞: they have probability 0 and the last ranks,
  /// and are never drawn.
  public int finiteCount() {
    return finiteCount;
  }

  public double ofToken(int tokenId) {
    int edited = Arrays.binarySearch(editedIds, tokenId);
    return edited >= 0 ? editedValues[edited] : values[tokenId];
  }

  public double atRank(int rank) {
    return sorted[rank - 1];
  }

  public int tokenAtRank(int rank) {
    return order[rank - 1];
  }

  /// The rank of a token, found by binary search in the ranking.
  public int rankOf(int tokenId) {
    double value = ofToken(tokenId);
    int low = 0;
    int high = order.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      double other = sorted[middle];
      if (other > value || (other == value && order[middle] < tokenId)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low + 1;
  }

  /// Copies the logits by token id, for saving and for other tools. Edited logits are rounded to
  /// `float`.
  public float[] toArray() {
    var copy = values.clone();
    for (int i = 0; i < editedIds.length; i++) {
      copy[editedIds[i]] = (float) editedValues[i];
    }
    return copy;
  }

  /// The logits in rank order. The array is shared: do not write to it.
  double[] sorted() {
    return sorted;
  }
}
