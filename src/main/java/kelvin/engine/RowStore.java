package kelvin.engine;

import java.util.Optional;
import java.util.TreeMap;
import kelvin.distribution.Logits;

/// Stores rows of logits by position, up to a memory limit.
///
/// When it is full, it drops the earliest position first: users seldom go far back, and the model
/// can compute the row again.
final class RowStore {

  private static final long MAX_BYTES = 128L << 20;

  private final TreeMap<Integer, float[]> rows = new TreeMap<>();
  private final TreeMap<Integer, Logits> ranked = new TreeMap<>();
  private long bytes;

  void put(int position, float[] row) {
    drop(position);
    rows.put(position, row.clone());
    bytes += rowBytes(row);
    while (bytes > MAX_BYTES && rows.size() > 1) {
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

  /// The row as ranked logits, ranked on the first call.
  Optional<Logits> at(int position) {
    var known = ranked.get(position);
    if (known != null) {
      return Optional.of(known);
    }
    var logits = rawAt(position).map(row -> Logits.owning(row.clone()));
    // Only one ranking is kept, that of the shown position.
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
