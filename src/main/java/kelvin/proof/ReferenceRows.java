package kelvin.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import kelvin.inference.Cancellation;
import kelvin.inference.ModelRuns;
import org.jspecify.annotations.Nullable;

/// The rows of a text that other ways to run it are compared with.
///
/// They come from one run of the whole text. A graph that returns only the last row runs some of
/// the text's beginnings instead, each in one run. A graph that takes one token per run has no
/// other way than to run them one by one.
final class ReferenceRows {

  /// The number of beginnings that are run where each run returns only one row.
  private static final int BEGINNINGS = 12;

  private final TreeMap<Integer, RowSample> rows = new TreeMap<>();
  private final Map<Integer, Double> roundings = new HashMap<>();

  private ReferenceRows() {}

  static ReferenceRows of(ModelRuns runs, ProofText text, Cancellation cancellation) {
    var reference = new ReferenceRows();
    var abilities = runs.abilities();
    runs.crop(0);
    if (!abilities.takesSeveral()) {
      for (int id : text.ids()) {
        runs.run(new int[] {id}, reference::add, cancellation);
      }
    } else if (abilities.allRows()) {
      runs.run(text.ids(), reference::add, cancellation);
    } else {
      for (int i = 1; i <= Math.min(BEGINNINGS, text.length()); i++) {
        runs.crop(0);
        int end = Math.max(1, text.length() * i / BEGINNINGS);
        runs.run(text.range(0, end), reference::add, cancellation);
      }
    }
    return reference;
  }

  private void add(int position, float[] row) {
    rows.put(position, RowSample.of(row));
  }

  /// The row of a position, or null where it is not known.
  @Nullable RowSample row(int position) {
    return rows.get(position);
  }

  /// Adds to the rounding of a row by its run, a share of its standard deviation.
  void addRounding(int position, double share) {
    roundings.merge(position, share, Double::sum);
  }

  /// The rounding of a row by its run, as a share of its standard deviation; 0 if not measured.
  double rounding(int position) {
    return roundings.getOrDefault(position, 0.0);
  }

  /// Returns whether all logits are numbers.
  boolean isValid() {
    return rows.values().stream().allMatch(RowSample::isValid);
  }

  /// The number of tokens up to the first row that is not of numbers.
  int firstInvalid() {
    return rows.entrySet().stream()
        .filter(entry -> !entry.getValue().isValid())
        .mapToInt(entry -> entry.getKey() + 1)
        .findFirst()
        .orElse(0);
  }
}
