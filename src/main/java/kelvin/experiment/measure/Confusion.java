package kelvin.experiment.measure;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// A count for each pair of a right label and a chosen one.
///
/// @param counts by the right label, then by the chosen one; undecided items are in no cell
public record Confusion(List<List<Integer>> counts) {

  public Confusion {
    counts = counts.stream().map(List::copyOf).toList();
  }

  /// @param labels the number of labels
  public static Confusion of(Collection<Decision> decisions, int labels) {
    var counts = new Integer[labels][labels];
    for (var row : counts) {
      Arrays.fill(row, 0);
    }
    for (var decision : decisions) {
      decision.choice().ifPresent(choice -> counts[decision.right()][choice]++);
    }
    return new Confusion(Arrays.stream(counts).map(List::of).toList());
  }

  public int count(int right, int choice) {
    return counts.get(right).get(choice);
  }

  /// Returns the number of items for which a label was chosen.
  public int chosen(int label) {
    return counts.stream().mapToInt(row -> row.get(label)).sum();
  }

  /// Returns the number of decided items for which a label was right.
  public int right(int label) {
    return counts.get(label).stream().mapToInt(Integer::intValue).sum();
  }
}
