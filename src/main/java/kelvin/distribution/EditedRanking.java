package kelvin.distribution;

import java.util.stream.IntStream;

/// Edited logits in rank order, to be merged into a ranking.
final class EditedRanking {

  private final int[] ids;
  private final double[] values;

  /// Places in `ids`, the greatest logit first.
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

  int id(int place) {
    return ids[order[place]];
  }

  double value(int place) {
    return values[order[place]];
  }

  /// Whether the entry ranks before a token with another logit.
  boolean isBefore(int place, double otherValue, int otherId) {
    double value = value(place);
    return value > otherValue || (value == otherValue && id(place) < otherId);
  }
}
