package kelvin.engine;

import java.util.Optional;
import java.util.TreeMap;
import kelvin.distribution.Logits;

/// Rows of logits by position, as many as fit into a bounded block of memory.
///
/// When it is full the earliest position goes first: people look back less the further it is, and
/// the model can always compute it again.
final class RowStore {

  private static final long MOST_BYTES = 128L << 20;

  private final TreeMap<Integer, float[]> rows = new TreeMap<>();
  private final TreeMap<Integer, Logits> ranked = new TreeMap<>();
  private long bytes;

  void put(int position, float[] row) {
    drop(position);
    rows.put(position, row.clone());
    bytes += rowBytes(row);
    while (bytes > MOST_BYTES && rows.size() > 1) {
      int earliest = rows.firstKey();
      drop(earliest == position ? rows.higherKey(earliest) : earliest);
    }
  }

  boolean holds(int position) {
    return rows.containsKey(position);
  }

  Optional<float[]> rawAt(int position) {
    return Optional.ofNullable(rows.get(position));
  }

  /// The row as ranked logits; ranking happens once, when somebody looks.
  Optional<Logits> at(int position) {
    var known = ranked.get(position);
    if (known != null) {
      return Optional.of(known);
    }
    var logits = rawAt(position).map(row -> Logits.owning(row.clone()));
    // One ranking is kept: that of the position on show.
    ranked.clear();
    logits.ifPresent(fresh -> ranked.put(position, fresh));
    return logits;
  }

  void dropFrom(int position) {
    for (var at : rows.tailMap(position).keySet().toArray(Integer[]::new)) {
      drop(at);
    }
  }

  private void drop(int position) {
    var row = rows.remove(position);
    ranked.remove(position);
    if (row != null) {
      bytes -= rowBytes(row);
    }
  }

  private static long rowBytes(float[] row) {
    return (long) row.length * Float.BYTES;
  }
}
