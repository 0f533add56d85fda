package kelvin.experiment.tuning;

import java.util.List;

/// The features of labelled inputs.
///
/// @param rows φ of each input
/// @param right the index of each input's right label
/// @param labels the number of labels
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FeatureTable(List<float[]> rows, int[] right, int labels) {

  /// @throws IllegalArgumentException when the sizes do not fit together
  public FeatureTable {
    rows = List.copyOf(rows);
    if (rows.size() != right.length) {
      throw new IllegalArgumentException(rows.size() + " inputs, " + right.length + " labels");
    }
  }

  public int size() {
    return rows.size();
  }

  public int width() {
    return rows.isEmpty() ? 0 : rows.getFirst().length;
  }

  /// The inputs at some places.
  FeatureTable at(List<Integer> places) {
    return new FeatureTable(
        places.stream().map(rows::get).toList(),
        places.stream().mapToInt(place -> right[place]).toArray(),
        labels);
  }
}
