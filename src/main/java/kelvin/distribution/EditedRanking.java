package kelvin.distribution;

import java.util.stream.IntStream;

/// Sorts edited logits into rank order, ready to be merged into the ranking of the others.
final class EditedRanking {

  private final int[] ids;
  private final double[] values;

  /// Indices into `ids`, the greatest logit first.
  private final int[] order;

  private EditedRanking(int[] ids, double[] values, int[] order) {
    this.ids = ids;
    this.values = values;
    this.order = order;
  }

  /// @param ids ascending
  static EditedRanking of(int[] ids, double[] values) {
    var order =
        IntStream.range(0, ids.length)
            .boxed()
            .sorted((a, b) -> Double.compare(values[b] + 0.0, values[a] + 0.0))
            .mapToInt(Integer::intValue)
            .toArray();
    return new EditedRanking(ids, values, order);
  }

  int id(int index) {
    return ids[order[index]];
  }

  double value(int index) {
    return values[order[index]];
  }

  /// Returns whether this entry ranks before the token `otherId` with the logit `otherValue`.
  boolean isBefore(int index, double otherValue, int otherId) {
    double value = value(index);
    return value > otherValue || (value == otherValue && id(index) < otherId);
  }
}
